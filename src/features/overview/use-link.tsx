import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ChoiceId } from '#contract/primitives.ts';

/** Leads to a use in its card: its id is its category, a dot, and its own name there. */
export const UseLink = ({ use, children }: { readonly use: ChoiceId; readonly children: ReactNode }) => (
  <Link to={`/data/${use.replace('.', '#')}`}>{children}</Link>
);
