import type { ReceiptKey } from '#contract/capabilities.ts';
import type { BrandId } from '#contract/primitives.ts';
import type { ReceiptClaims } from '#rules/receipt.ts';

/** Whoever holds the signing keys. */
export interface Signer {
  /** Who the receipts say they are from: an address that stands for this brand at this backend. */
  issuer(brand: BrandId): string;
  /** Public halves, the one in use first, retired ones after it. */
  keys(): Promise<readonly ReceiptKey[]>;
  /** A compact JWS (EdDSA). */
  sign(claims: ReceiptClaims): Promise<string>;
}
