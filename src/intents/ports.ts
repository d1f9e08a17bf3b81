import type { Backend } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { DecisionAnswer } from '#contract/decisions.ts';

/** What happens to a page that the engine must know of. `restored` = the browser brought it back from its memory. */
export type PageEvent = 'online' | 'offline' | 'hidden' | 'shown' | 'restored';

/** Names and texts that outlive the page, shared by its tabs where the browser allows it. Nothing here throws. */
export interface Storage {
  readonly names: () => readonly string[];
  readonly get: (name: string) => string | null;
  readonly set: (name: string, text: string) => void;
  readonly remove: (name: string) => void;
}

/** What an engine needs of the browser it runs in, whatever it sends. */
export interface Outside {
  /** This browser's clock, milliseconds. It may jump; nothing but the age of a queue is measured with it. */
  readonly now: () => number;
  /** Runs something later; returns what cancels it. */
  readonly timer: (ms: number, run: () => void) => () => void;
  /** From 0 to 1. */
  readonly random: () => number;
  /** A new idempotency key that nobody else will draw. */
  readonly newKey: () => string;
  readonly storage: Storage;
  /** Waits until this tab holds the name alone; gives what lets go of it. The name is free when a tab dies. */
  readonly lock: (name: string) => Promise<() => void>;
  /** Messages between the tabs of this browser. They are hints: one that is lost or invented changes no decision. */
  readonly channel: {
    readonly post: (message: unknown) => void;
    readonly listen: (hear: (message: unknown) => void) => () => void;
  };
  readonly page: {
    readonly isOnline: () => boolean;
    readonly listen: (hear: (event: PageEvent) => void) => () => void;
  };
}

/** Everything outside that the engine of choices touches. */
export interface Ports extends Outside {
  readonly net: Pick<Backend, 'decide' | 'getChoices'>;
  /** A decision is stored: the query cache may take it in. */
  readonly confirmed: (answer: DecisionAnswer) => void;
  /** Choices that the engine fetched: the query cache may take them in. */
  readonly fresh: (choices: Choices) => void;
}
