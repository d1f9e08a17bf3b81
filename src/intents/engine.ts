import type { StoreApi } from 'zustand/vanilla';
import type { Choices } from '#contract/choices.ts';
import type { Seen } from '#contract/decisions.ts';
import type { EngineState } from './engine-state.ts';
import type { IntentItem } from './intent.ts';

/**
 * The write engine: every change that a customer makes goes through it. A screen presses, reads `choiceView`, and never
 * waits: sending, retrying, other tabs, the end of a session and the closing of the page are dealt with here.
 *
 * ```ts
 * const engine = createEngine(ports);            // app, once
 * const stop = engine.start();                   // listens to the page and to other tabs
 * engine.session(tagOfTheCustomer);              // data: a customer is signed in; null when the session has ended
 * engine.base(choices);                          // data: every fresh Choices that a query brought
 *
 * const state = useStore(engine.store);          // feature: the overlay
 * const view = choiceView(state, choices.choices.find((one) => one.choice === id), id);
 * const seen = { seq: view.stored.seq, notice: choices.notice.version };   // what is on screen
 * engine.intend([{ choice: id, value: 'off', seen, options: ['off', 'on'] }], 'center/overview');
 * engine.again(id, seen);                        // [Turn on] under "This changed on another device"
 * engine.dismiss(id);                            // [Keep off], or the note of a refusal was read
 * engine.tryNow();                               // [Try now]
 * ```
 */
export interface Engine {
  readonly store: StoreApi<EngineState>;
  /** A press. All items are one command and at most one entry. Withdrawals are never dropped as "no change". */
  intend(items: readonly IntentItem[], surface?: string): void;
  /** Asks once more for what a question or a refusal named, on what is on screen now. */
  again(choice: string, seen: Seen): void;
  /** Puts the question or the note of a choice away. What is stored stands. */
  dismiss(choice: string): void;
  /** Sends what waits for its next try, now. */
  tryNow(): void;
  /** Takes in choices that the backend has just confirmed. Older ones than those known change nothing. */
  base(choices: Choices): void;
  /**
   * Says who is signed in: an opaque tag that is equal only for the same customer; null = nobody. Clicks that were kept
   * for this customer are sent; those of another one are never shown or sent.
   */
  session(subject: string | null): void;
  /** Begins to listen; returns what ends it. Flights in the air go on. */
  start(): () => void;
}
