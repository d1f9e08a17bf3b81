import type { Choices, ChoiceState } from '#contract/choices.ts';
import type { DecisionAnswer } from '#contract/decisions.ts';
import type { EngineState } from './engine-state.ts';
import type { FailureCode, Intent, IntentItem } from './intent.ts';

/** For whom a call was made, and in which session: what comes back late must not be taken for somebody else's. */
export interface Sender {
  readonly subject: string | null;
  readonly session: number;
}

/** Everything that can happen to the engine. `luck` is a random number from 0 to 1, drawn outside. */
export type EngineEvent =
  | {
      readonly type: 'pressed';
      readonly key: string;
      readonly items: readonly IntentItem[];
      readonly surface: string | null;
      /** When it was pressed, where that was before now. */
      readonly pressedAt?: number;
    }
  | { readonly type: 'dismissed'; readonly choice: string }
  | { readonly type: 'nudged' }
  // The other side.
  | {
      readonly type: 'answered';
      readonly key: string;
      readonly answer: DecisionAnswer;
      readonly from: Sender;
      readonly luck: number;
    }
  | {
      readonly type: 'failed';
      readonly key: string;
      readonly failure: Failure;
      readonly from: Sender;
      readonly luck: number;
    }
  | { readonly type: 'based'; readonly choices: Choices; readonly refetch: number | null; readonly from: Sender }
  | {
      readonly type: 'base_failed';
      readonly refetch: number;
      readonly code: FailureCode;
      readonly from: Sender;
      readonly luck: number;
    }
  // Time. `tries` tells a timer of an earlier flight from that of the last.
  | { readonly type: 'retry_due'; readonly key: string; readonly tries: number }
  | { readonly type: 'ten_seconds_passed'; readonly key: string }
  | { readonly type: 'refetch_due' }
  // The page.
  | { readonly type: 'online'; readonly online: boolean }
  | { readonly type: 'hidden' }
  | { readonly type: 'shown'; readonly restored: boolean }
  | { readonly type: 'session'; readonly subject: string | null }
  /** What this browser's own subject has off, and since when, while the customer's session is over. */
  | { readonly type: 'stood_in'; readonly here: EngineState['here'] }
  // Other tabs, and what an earlier page left behind.
  | { readonly type: 'found'; readonly kept: readonly Intent[] }
  | { readonly type: 'adopted'; readonly kept: Intent }
  | { readonly type: 'gone'; readonly key: string }
  /** Another tab speaks of another customer. */
  | { readonly type: 'contested' }
  | { readonly type: 'hinted'; readonly seqs: Readonly<Record<string, number>> };

export type EventOf<T extends EngineEvent['type']> = Extract<EngineEvent, { readonly type: T }>;

/** A failed flight, as `BackendError` tells it. */
export interface Failure {
  readonly code: FailureCode;
  readonly retryAfter: number | null;
  readonly current: readonly ChoiceState[];
  /** What is wrong, for people who read logs. */
  readonly detail?: string;
}

/** What the engine shall do. Keeping intents in storage is not among them: storage mirrors the state. */
export type Effect =
  | { readonly type: 'send'; readonly intent: Intent }
  | { readonly type: 'refetch'; readonly refetch: number }
  | { readonly type: 'later'; readonly ms: number; readonly event: EngineEvent }
  | { readonly type: 'confirm'; readonly answer: DecisionAnswer }
  | { readonly type: 'tell'; readonly seqs: Readonly<Record<string, number>> };

export interface Step {
  readonly state: EngineState;
  readonly effects: readonly Effect[];
}

/** Nothing to do but to know. */
export const known = (state: EngineState, ...effects: readonly Effect[]): Step => ({ state, effects });

/** One step after another. */
export function andThen(step: Step, next: (state: EngineState) => Step): Step {
  const { state, effects } = next(step.state);
  return { state, effects: [...step.effects, ...effects] };
}
