import * as z from 'zod/mini';
import { Decided } from '#contract/choices.ts';
import { Digest, Instant, Seq } from '#contract/primitives.ts';
import type { LoadedSubject } from '#backend/subject-store.ts';

const StoredState = z.object({
  seq: Seq,
  head: z.nullable(Digest),
  choices: z.record(z.string(), z.object({ decided: z.nullable(Decided), seq: Seq })),
  signalAt: z.nullable(Instant),
});

/** A subject as its row says it stands. Throws where that is no state: the row was not written by us. */
export const loadedOf = ({ version, state }: { version: number; state: string }): LoadedSubject => ({
  version,
  state: z.parse(StoredState, JSON.parse(state)),
});
