import type { BackendError } from '#backend/port.ts';
import type { DecisionItem } from '#contract/decisions.ts';

/** Why a flight ended without an answer that settles it. */
export type FailureCode = BackendError['code'];

/** One choice to set, with the `seen` that was on screen, and the choice's options from most to least protective. */
export interface IntentItem extends DecisionItem {
  readonly options: readonly string[];
}

/** What was pressed and is not settled: one act under its own key, which every try carries. */
export interface Unsettled {
  /** The idempotency key: every flight of it carries it. */
  readonly key: string;
  /**
   * Later ones have higher numbers, in all tabs: this browser's clock, or one more than the highest number known.
   */
  readonly generation: number;
  /** Whose it is, as an opaque tag. It is sent for nobody else. */
  readonly subject: string;
  /** This browser's clock in milliseconds: evidence, and the measure of the 24 hours that a queue may live. */
  readonly pressedAt: number;
  /** Flights so far; above 0 the other side may have stored it. */
  readonly tries: number;
  readonly phase: 'ready' | 'flying' | 'waiting';
  /** How the last flight failed; null while none did. */
  readonly trouble: FailureCode | null;
  /** Ten seconds have passed since the press. */
  readonly slow: boolean;
  /** This tab is its one sender. */
  readonly mine: boolean;
}

/**
 * One click: a generation with its own key. It may name many choices (a category's switch, everything, undo) and is
 * still one command and at most one entry. Once it was sent nothing in it changes, or its key would name two things.
 */
export interface Intent extends Unsettled {
  /** The keys of unsettled clicks on its choices that were on screen when it was made: it builds on them. */
  readonly behind: readonly string[];
  readonly items: readonly IntentItem[];
  /** Choices on which the press moved away from protection, compared with what was in force here. */
  readonly grants: readonly string[];
  /** Choices on which a later click, made in sight of this one, is settled already: they have had their word. */
  readonly replaced: readonly string[];
  /** Where it was pressed; evidence. */
  readonly surface: string | null;
  /** The number of the refetch that must be back before a grant in it may go. */
  readonly after: number;
}

/** What became of the last settled click on a choice. One line per choice; the next press on it clears it. */
export type Note =
  | {
      readonly kind: 'saved';
      /** Of the entry, and so of the choice as long as nothing newer names it. */
      readonly seq: number;
      readonly receipt: string;
    }
  | {
      readonly kind: 'asks';
      readonly item: IntentItem;
      readonly reason: 'stale' | 'notice_changed';
    }
  | {
      readonly kind: 'refused';
      /** A withdrawal is kept under its key and tried once more with the next page. */
      readonly key: string;
      readonly item: IntentItem;
      /** A refused withdrawal stays in force in this browser. */
      readonly withdrawal: boolean;
      readonly reason: FailureCode | 'expired';
    };

/** The item of an intent that names this choice. */
export const itemOn = (intent: Intent, choice: string): IntentItem | undefined =>
  intent.items.find((item) => item.choice === choice);

/** Was this click made in sight of that one, and on a choice that both name? */
export const buildsOn = (later: Intent, earlier: Intent): boolean => later.behind.includes(earlier.key);

/** Does this intent move this choice away from protection? */
export const grantsOn = (intent: Intent, choice: string): boolean => intent.grants.includes(choice);
