import type { Subject } from './subject-store.ts';
import { digest, type Sha256 } from '#rules/chain.ts';

/** Tells one customer from another to a page, and nothing else of them. */
export const tagOf = async ({ id }: Subject, sha256?: Sha256): Promise<string> =>
  (await digest(`customer ${id}`, sha256)).slice(0, 32);
