import type { ChoiceState } from '#contract/choices.ts';
import type { Instant } from '#contract/primitives.ts';
import type { Intent, Note } from './intent.ts';

/** All that the engine knows. */
export interface EngineState {
  /** Whose page this is, as an opaque tag; null = nobody has signed in yet. It stays when a session ends. */
  readonly subject: string | null;
  readonly signedIn: boolean;
  /** Counts sessions, so that a late 401 of an older one ends nothing. */
  readonly session: number;
  /** What the browser says. "Offline" is believed, "online" only means that it is worth a try. */
  readonly online: boolean;
  /** The number of the newest click known. */
  readonly generation: number;
  /** Unsettled clicks, oldest first. */
  readonly intents: readonly Intent[];
  /** By choice: what became of its last settled click. */
  readonly notes: Readonly<Record<string, Note>>;
  /** By choice: the newest state that the backend confirmed. A fence: its seq never goes back. */
  readonly stored: Readonly<Record<string, ChoiceState>>;
  /** The server's time of the newest choices; empty before the first. */
  readonly asOf: string;
  /** By choice: since when this browser's own subject has off what the customer turned off after their session ended. */
  readonly here: Readonly<Record<string, Instant>>;
  /** By choice: the number of the refetch that must be back before "saved" may be said of it again. */
  readonly doubts: Readonly<Record<string, number>>;
  /** Refetches by number: the newest asked for, the newest that came back, and failures in a row. */
  readonly refetch: { readonly asked: number; readonly back: number; readonly failed: number };
}

export const nothingYet: EngineState = {
  subject: null,
  signedIn: false,
  session: 0,
  online: true,
  generation: 0,
  intents: [],
  notes: {},
  stored: {},
  asOf: '',
  here: {},
  doubts: {},
  refetch: { asked: 0, back: 0, failed: 0 },
};
