import type * as z from 'zod/mini';
import type { ProblemCode } from './problems.ts';

/** One call: everything that both sides of the wire need to know of it. */
export interface Call<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below "/v1/{brand}". `{name}` is filled from the input's field of that name. */
  readonly path: string;
  readonly summary: string;
  readonly auth: 'none' | 'session';
  /** The fields not in `path` or `inputHeaders` travel in the query (GET, DELETE) or the JSON body (POST). */
  readonly input: I;
  /** Fields that travel as request headers. */
  readonly inputHeaders?: Readonly<Record<string, string>>;
  readonly output: O;
  /** Boolean fields of the output that travel as response headers ("true" or absent). */
  readonly outputHeaders?: Readonly<Record<string, string>>;
  readonly problems: readonly ProblemCode[];
  /** `immutable` for what can never change under its address; personal data is `no-store`. */
  readonly cache: 'no-store' | 'revalidate' | 'immutable';
  /** Not made by the first page: what a page must know of it comes with the first call of this resource. */
  readonly late?: LateResource;
}

/** Calls that a page learns of together. */
export type LateResource =
  | 'notice-changes'
  | 'decisions'
  | 'holdings'
  | 'inferences'
  | 'activity'
  | 'benefits'
  | 'preview'
  | 'profile'
  | 'safety'
  | 'expectations';

/** A call of the table, with its own types kept. */
export const call = <I extends z.ZodMiniType, O extends z.ZodMiniType>(definition: Call<I, O>): Call<I, O> =>
  definition;
