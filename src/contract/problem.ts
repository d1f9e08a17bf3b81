import * as z from 'zod/mini';
import { ChoiceState } from './choices.ts';
import { problems, type ProblemCode } from './problems.ts';

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
