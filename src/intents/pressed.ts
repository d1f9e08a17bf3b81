import type { EngineState } from './engine-state.ts';
import { type EventOf, known, type Step } from './event.ts';
import { itemOn, type Intent, type IntentItem, type Unsettled } from './intent.ts';
import { inForceHere } from './protection.ts';
import { without } from './settle.ts';
import { isGrant } from '#rules/options.ts';

/** After this time the screen says "not saved yet" (R5). */
export const PATIENCE = 10_000;

/** When the ten seconds are over, as an effect. */
export const patience = (key: string) =>
  ({ type: 'later', ms: PATIENCE, event: { type: 'ten_seconds_passed', key } }) as const;

/** Has a click been waiting for longer than that? */
export const isSlow = (intent: Unsettled, at: number): boolean => at - intent.pressedAt >= PATIENCE;

/**
 * A click becomes an intent of its own: a new generation with its own key. Nothing is compared with what is stored and
 * dropped as "no change" (R1): what this tab knows may be old, and OFF on OFF is a fence for every grant under way.
 */
export function pressed(state: EngineState, event: EventOf<'pressed'>, at: number): Step {
  const { key, items, surface, pressedAt = at } = event;
  if (items.length === 0) return known(state);
  const generation = Math.max(state.generation + 1, at);
  const choices = items.map((item) => item.choice);
  const intent: Intent = {
    key,
    generation,
    behind: state.intents.filter((one) => choices.some((choice) => itemOn(one, choice))).map((one) => one.key),
    subject: state.subject ?? '',
    items,
    grants: items.filter((item) => isPressedOpen(state, item)).map((item) => item.choice),
    replaced: [],
    surface,
    pressedAt,
    tries: 0,
    phase: 'ready',
    trouble: null,
    slow: false,
    mine: true,
    after: 0,
  };
  const notes = without(state.notes, choices);
  return known({ ...state, generation, notes, intents: [...state.intents, intent] }, patience(key), {
    type: 'tell',
    seqs: {},
  });
}

/** Compared with what is in force here, a withdrawal that is still under way included. */
function isPressedOpen(state: EngineState, { choice, value, options }: IntentItem): boolean {
  const standing = inForceHere(state, state.stored[choice] ?? null, choice) ?? options[0] ?? value;
  return isGrant({ options }, standing, value);
}
