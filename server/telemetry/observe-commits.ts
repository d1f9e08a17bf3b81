import { commits } from '#server/store/commits.ts';
import type { Instruments } from './instruments.ts';

/** Measures how many writes share a commit, until the answer is called. */
export function observeCommits({ commitSizes }: Instruments): () => void {
  const record = (size: unknown): void => commitSizes.record(Number(size));
  commits.subscribe(record);
  return () => commits.unsubscribe(record);
}
