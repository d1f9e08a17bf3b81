import { BackendError, type CallOptions } from '#backend/port.ts';
import type { Failure } from './event.ts';
import type { Outside } from './ports.ts';

/** A call without an answer is given up after this time; a backend answers a decision within ten seconds. */
const PATIENCE = 15_000;

interface Flight<T> {
  readonly call: (options: CallOptions) => Promise<T>;
  /** May come after `lost`: an answer is true however late it is. */
  readonly landed: (answer: T) => void;
  readonly lost: (failure: Failure) => void;
}

/** One call to the backend. Every flight ends, whatever the adapter does. */
export async function fly<T>(timer: Outside['timer'], { call, landed, lost }: Flight<T>): Promise<void> {
  const abort = new AbortController();
  let over = false;
  const end = (failure: Failure): void => {
    if (!over) lost(failure);
    over = true;
  };
  const cancel = timer(PATIENCE, () => {
    abort.abort();
    end(new BackendError('timeout', 'No answer in time. It is sent again with the same key.'));
  });
  let answer: T;
  try {
    // Keepalive always: whoever presses and closes the page at once has still pressed (R10).
    answer = await call({ signal: abort.signal, keepalive: true });
  } catch (error) {
    return end(error instanceof BackendError ? error : { code: 'bad_answer', retryAfter: null, current: [] });
  } finally {
    cancel();
  }
  over = true;
  landed(answer);
}
