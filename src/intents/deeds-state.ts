import type { Asked, Deed, DeedAnswer, DeedNote } from './deed.ts';
import type { Failure, Sender } from './event.ts';

/** All that the engine of deeds knows. Who is signed in it hears from the engine of choices. */
export interface DeedsState {
  readonly subject: string | null;
  readonly signedIn: boolean;
  /** The session's number in the engine of choices, so that a late 401 of an older one ends nothing. */
  readonly session: number;
  readonly online: boolean;
  /** The number of the newest deed known. */
  readonly generation: number;
  /** Unsettled deeds, oldest first. */
  readonly intents: readonly Deed[];
  /** By target: what became of its last settled deed. */
  readonly notes: Readonly<Record<string, DeedNote>>;
}

export const nothingDone: DeedsState = {
  subject: null,
  signedIn: false,
  session: 0,
  online: true,
  generation: 0,
  intents: [],
  notes: {},
};

/** Everything that can happen to the engine of deeds. `luck` is a random number from 0 to 1, drawn outside. */
export type DeedEvent =
  | { readonly type: 'done'; readonly key: string; readonly asked: Asked; readonly target: string }
  | { readonly type: 'dismissed'; readonly target: string }
  | { readonly type: 'nudged' }
  // The other side.
  | {
      readonly type: 'answered';
      readonly key: string;
      readonly answer: DeedAnswer;
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
  // Time. `tries` tells a timer of an earlier flight from that of the last.
  | { readonly type: 'retry_due'; readonly key: string; readonly tries: number }
  | { readonly type: 'ten_seconds_passed'; readonly key: string }
  // The page, and who is signed in.
  | { readonly type: 'online'; readonly online: boolean }
  | { readonly type: 'hidden' }
  | { readonly type: 'shown' }
  | ({ readonly type: 'session'; readonly signedIn: boolean } & Sender)
  // Other tabs, and what an earlier page left behind.
  | { readonly type: 'found'; readonly kept: readonly Deed[] }
  | { readonly type: 'adopted'; readonly kept: Deed }
  | { readonly type: 'gone'; readonly key: string };

export type DeedEventOf<T extends DeedEvent['type']> = Extract<DeedEvent, { readonly type: T }>;

/** What the engine shall do. Keeping deeds in storage is not among them: storage mirrors the state. */
export type DeedEffect =
  | { readonly type: 'send'; readonly deed: Deed }
  | { readonly type: 'later'; readonly ms: number; readonly event: DeedEvent }
  /** Something that is held has changed; `answer` says what, where it was this tab that had it done. */
  | { readonly type: 'changed'; readonly answer: DeedAnswer | null }
  /** Other tabs look at what is kept. */
  | { readonly type: 'tell' }
  /** What was too old to be sent has been answered: it is kept no longer. */
  | { readonly type: 'let_go'; readonly keys: readonly string[] }
  /** The backend knows no such session any more. */
  | { readonly type: 'signed_out' };

export interface DeedStep {
  readonly state: DeedsState;
  readonly effects: readonly DeedEffect[];
}

/** Nothing to do but to know. */
export const knowing = (state: DeedsState, ...effects: readonly DeedEffect[]): DeedStep => ({ state, effects });
