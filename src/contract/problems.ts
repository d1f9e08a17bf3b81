import * as z from 'zod/mini';
import { ChoiceState } from './choices.ts';

/** Every way a call can fail, and its HTTP status. The code is the last part of the problem's `type`. */
export const problems = {
  malformed: 400,
  no_key: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  notice_changed: 409,
  stale: 412,
  too_large: 413,
  key_reused: 422,
  unseen: 428,
  too_many: 429,
  internal: 500,
  busy: 503,
} as const;

export type ProblemCode = keyof typeof problems;

/** An error on the wire: `application/problem+json` (RFC 9457). No personal data in it. */
export const Problem = z.object({
  /** "/problems/<code>" */
  type: z.string(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  title: z.string(),
  status: z.int(),
  /** What is wrong with this request and how to mend it. */
  detail: z.string(),
  /** With 409, 412 and 428: the choices named, as they stand. */
  current: z.optional(z.array(ChoiceState)),
});
export type Problem = z.infer<typeof Problem>;
