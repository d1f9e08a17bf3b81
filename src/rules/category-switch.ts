import type { Choices, ChoiceState } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Use } from '#contract/notice.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import { isOptional } from './options.ts';

/** What is on screen: the choices as they stand, under which notice, and the browser's signal. `Choices` is one. */
export type Shown = Pick<Choices, 'choices'> & {
  readonly notice: Pick<Choices['notice'], 'version'>;
  readonly signal: Pick<Choices['signal'], 'gpc'>;
};

/** A use that one press does not turn on, and why: a browser signal, words to confirm, or a second step. */
export interface LeftOut {
  readonly choice: ChoiceId;
  readonly reason: 'signal' | 'words' | 'two_steps';
}

/** The items of one command, and what it leaves out. */
export interface Bulk {
  readonly items: DecisionItem[];
  readonly left: readonly LeftOut[];
}

/** What a press does: withdraw all, turn on the only use there is, or open the card, which offers `choices`. */
export type Press =
  | { readonly kind: 'withdraw'; readonly items: DecisionItem[] }
  | { readonly kind: 'grant'; readonly items: DecisionItem[] }
  | { readonly kind: 'open'; readonly choices: readonly ChoiceId[]; readonly left: readonly LeftOut[] };

/** The switch of a category, or of everything: on while at least one optional use is in effect. */
export interface SwitchState {
  readonly checked: boolean;
  /** How many optional uses are in effect. */
  readonly on: number;
  /** How many optional uses there are: those by contract or law are neither counted nor switched. */
  readonly of: number;
}

/** How the switch over some uses stands: those of a category, or of all of them. */
export function switchOf(uses: readonly Use[], shown: Pick<Shown, 'choices'>): SwitchState {
  const all = rowsOf(uses, shown);
  const on = all.filter(isInEffect).length;
  return { checked: on > 0, on, of: all.length };
}

/**
 * What a press on the switch of a category does. Checked: one command withdraws all. Unchecked: a single optional use
 * turns on at once; where there are several, or the only one takes more than a press, the card opens.
 */
export function press(uses: readonly Use[], shown: Shown): Press {
  const all = rowsOf(uses, shown);
  if (all.some(isInEffect)) return { kind: 'withdraw', items: everythingOff(uses, shown).items };
  const { items, left } = everythingOn(uses, shown);
  if (all.length === 1 && items.length === 1) return { kind: 'grant', items };
  return { kind: 'open', choices: items.map((item) => item.choice), left };
}

/**
 * Turns off every optional use, those included that are off already: "Turn off all 21 optional uses" means 21. It
 * fences off every grant under way (I2, R1), and what was only off by default is refused from now on.
 */
export function everythingOff(uses: readonly Use[], shown: Shown): Bulk {
  return { items: rowsOf(uses, shown).map((row) => itemFor(row, 'off', shown)), left: [] };
}

/** Turns on every optional use that is not in effect and takes no more than a press; the others are named. */
export function everythingOn(uses: readonly Use[], shown: Shown): Bulk {
  const off = rowsOf(uses, shown).filter((row) => !isInEffect(row));
  return split(off, shown, (row) => reasonOf(row, shown));
}

/**
 * Goes back to the values from before a bulk command: `before` is what was shown when it was pressed, `now` what
 * stands after it. What it turned on is withdrawn; what it turned off is granted anew until when it was granted,
 * except for what takes more than a press.
 */
export function undo(uses: readonly Use[], before: Shown, now: Shown): Bulk {
  const was = new Map(rowsOf(uses, before).map((row) => [row.state.choice, row]));
  const changed = rowsOf(uses, now).filter((row) => {
    const old = was.get(row.state.choice);
    return old !== undefined && isInEffect(old) !== isInEffect(row);
  });
  const { items, left } = split(
    changed.filter((row) => !isInEffect(row)),
    now,
    (row) => (was.get(row.state.choice)?.state.decided?.gpcAck ? 'signal' : reasonOf(row, now)),
  );
  const granted = items.map((item) => {
    const until = was.get(item.choice)?.state.decided?.until ?? null;
    return until === null ? item : { ...item, until };
  });
  return { items: [...changed.filter(isInEffect).map((row) => itemFor(row, 'off', now)), ...granted], left };
}

interface Row {
  readonly use: Use;
  readonly state: ChoiceState;
}

/** The optional uses with their choices. A use whose choice is not shown is none that can be pressed. */
function rowsOf(uses: readonly Use[], shown: Pick<Shown, 'choices'>): Row[] {
  const states = new Map(shown.choices.map((state) => [state.choice, state]));
  return uses.filter(isOptional).flatMap((use) => {
    const state = states.get(use.id);
    return state ? [{ use, state }] : [];
  });
}

function isInEffect({ state }: Row): boolean {
  return state.effective !== 'off';
}

/** Why one press does not turn a use on; null = it does. */
function reasonOf({ use, state }: Row, { signal }: Shown): LeftOut['reason'] | null {
  if (state.why === 'signal' || state.why === 'gpc' || (signal.gpc && use.signals.length > 0)) return 'signal';
  return use.grant === 'press' ? null : use.grant;
}

function split(rows: readonly Row[], shown: Shown, reason: (row: Row) => LeftOut['reason'] | null): Bulk {
  const items: DecisionItem[] = [];
  const left: LeftOut[] = [];
  for (const row of rows) {
    const why = reason(row);
    if (why === null) items.push(itemFor(row, 'on', shown));
    else left.push({ choice: row.state.choice, reason: why });
  }
  return { items, left };
}

function itemFor({ state }: Row, value: 'on' | 'off', shown: Shown): DecisionItem {
  return { choice: state.choice, value, seen: { seq: state.seq, notice: shown.notice.version } };
}
