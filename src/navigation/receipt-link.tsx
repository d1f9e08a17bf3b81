import type { ReactNode } from 'react';
import { PageLink } from './page-link.tsx';

interface ReceiptLinkProps {
  /** The entry that the receipt is of. */
  readonly seq: number;
  readonly children: ReactNode;
}

/** Leads to the receipt of something that was saved. */
export const ReceiptLink = ({ seq, children }: ReceiptLinkProps) => (
  <PageLink to={`/receipts/${seq}`}>{children}</PageLink>
);
