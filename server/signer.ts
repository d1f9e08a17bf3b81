import type { Signer } from '#backend/signer.ts';
import { signReceipt } from '#rules/receipt.ts';
import { signing } from './node-crypto.ts';
import type { SigningKeys } from './store/signing-keys.ts';

/** Signs with the key of this data folder, in the name of the brand at the address that customers see. */
export const signerOf = (keys: SigningKeys, origin: () => string): Signer => ({
  issuer: (brand) => `${origin()}/v1/${brand}`,
  keys: async () => keys.published,
  sign: (claims) => signReceipt(claims, keys.current, signing),
});
