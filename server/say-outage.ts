import { describeError, type Log } from './log.ts';

/** Does the work and says in the log when it begins to fail and when it is done again: once each, however often it is tried. */
export function sayOutage(
  work: () => Promise<unknown>,
  log: Pick<Log, 'error' | 'info'>,
  { failed, back }: { readonly failed: string; readonly back: string },
): () => Promise<void> {
  let isOut = false;
  return async () => {
    try {
      await work();
    } catch (error) {
      if (!isOut) log.error(describeError(error), failed);
      isOut = true;
      return;
    }
    if (isOut) log.info(back);
    isOut = false;
  };
}
