import type { EngineState } from './engine-state.ts';
import { known, type Step } from './event.ts';
import type { FailureCode, Intent } from './intent.ts';
import { changeIntents } from './unsettled.ts';

/** Nobody is made to wait longer than this for the next try, whatever the other side asks. */
const LONGEST_ASKED = 60 * 60 * 1000;

/** Full jitter between half a second and a cap that doubles up to 30 seconds (R5). */
export const jitter = (tries: number, luck: number): number =>
  500 + luck * (Math.min(30_000, 500 * 2 ** Math.min(tries, 10)) - 500);

/** How long to wait for the next try. Never shorter than the other side asked. */
export const pauseAfter = (tries: number, retryAfter: number | null, luck: number): number =>
  Math.max(jitter(tries, luck), Math.min(retryAfter ?? 0, LONGEST_ASKED));

/** The same intent with the same key, later (R5). */
export function retryLater(
  state: EngineState,
  intent: Intent,
  { code, retryAfter, luck }: { code: FailureCode; retryAfter: number | null; luck: number },
): Step {
  const { key, tries } = intent;
  const ms = pauseAfter(tries, retryAfter, luck);
  const waiting: Intent = { ...intent, phase: 'waiting', trouble: code };
  return known(
    changeIntents(state, (one) => (one === intent ? waiting : one)),
    { type: 'later', ms, event: { type: 'retry_due', key, tries } },
  );
}
