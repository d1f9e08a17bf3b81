import * as z from 'zod/mini';
import { Instant } from './primitives.ts';

/**
 * Opens a session. `demo` names a persona of a demo brand and works only on loopback or without a server. `gpc` is for
 * backends that live in the browser; a server reads the `Sec-GPC` header instead and ignores it.
 */
export const OpenSession = z.strictObject({
  demo: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/))),
  gpc: z.optional(z.boolean()),
});
export type OpenSession = z.infer<typeof OpenSession>;

export const Session = z.object({
  customer: z.object({ name: z.string() }),
  expiresAt: Instant,
});
export type Session = z.infer<typeof Session>;
