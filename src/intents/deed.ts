import type { Input, Output } from '#contract/contract.ts';
import type { FailureCode, Unsettled } from './intent.ts';

/** What a customer can have done to what is held, beside choosing. */
export type DeedName = 'correctRecord' | 'forget' | 'judgeInference' | 'answerQuestion' | 'recordExpectation';

/** What a screen says of a deed: its key and whose page it is are the engine's to add. */
export type DeedInput<K extends DeedName> = Omit<Input<K>, 'key' | 'customer'>;

/** A deed by name, with what was asked for. */
export type Asked<K extends DeedName = DeedName> = {
  readonly [N in K]: { readonly name: N; readonly input: DeedInput<N> };
}[K];

/** What a backend answered to a stored deed. */
export type DeedAnswer = Output<DeedName>;

/**
 * One deed under its own key. Of a target's deeds only the last counts: a later one takes the place of one that was not
 * sent, and waits for one that was. Once it was sent nothing in it changes.
 */
export interface Deed extends Unsettled {
  readonly asked: Asked;
  /** What it is about, as the screens call it: "answer:rooms". */
  readonly target: string;
}

/** What became of a target's last settled deed. The next deed on it clears it. */
export type DeedNote =
  | { readonly kind: 'saved'; readonly deed: Deed; readonly answer: DeedAnswer }
  | {
      readonly kind: 'refused';
      readonly deed: Deed;
      readonly reason: FailureCode | 'expired';
      /** The backend's words for people who read logs; empty = it said none. */
      readonly detail: string;
    };
