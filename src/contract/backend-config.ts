import * as z from 'zod/mini';
import { BrandId } from './primitives.ts';

/** What "/evenhand.json" says: which backend holds the truth, and the brand that is shown when an address names none. */
export const BackendConfig = z.discriminatedUnion('backend', [
  z.strictObject({ backend: z.literal('http'), baseUrl: z.string(), brand: BrandId }),
  /** `baseUrl` is the brand's own proxy before c15t: it says who is signed in. docs/backend.md */
  z.strictObject({ backend: z.literal('c15t'), baseUrl: z.string(), brand: BrandId }),
  z.strictObject({ backend: z.literal('memory'), brand: BrandId }),
]);
export type BackendConfig = z.infer<typeof BackendConfig>;
