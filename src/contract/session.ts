import * as z from 'zod/mini';
import { Instant } from './primitives.ts';

/**
 * Opens a session. `demo` names a persona of a demo brand and works only on loopback or without a server. `token` is a
 * compact JWT that the brand signed for one customer, good for two minutes and once; docs/sign-in.md says how it is
 * made. With neither, the session is this browser's own: it may withdraw and read, and never grants. `gpc` is for
 * backends that live in the browser; a server reads the `Sec-GPC` header instead and ignores it.
 */
export const OpenSession = z.strictObject({
  demo: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/))),
  token: z.optional(z.string().check(z.minLength(1), z.maxLength(8192))),
  gpc: z.optional(z.boolean()),
});
export type OpenSession = z.infer<typeof OpenSession>;

/** A session as its opener is told of it; the name is empty for a browser without a customer. */
export const Session = z.object({
  customer: z.object({ name: z.string() }),
  expiresAt: Instant,
});
export type Session = z.infer<typeof Session>;
