import type { ChoiceState } from '#contract/choices.ts';
import type { EngineState } from './engine-state.ts';
import { type IntentItem, itemOn } from './intent.ts';
import { isDoubted } from './refetch.ts';
import { isGrant } from '#rules/options.ts';

/** The most protective of these values. */
export const mostProtective = (options: readonly string[], first: string, ...others: readonly string[]): string =>
  others.reduce((best, value) => (isGrant({ options }, best, value) ? best : value), first);

/**
 * What applies in this browser: the more protective of what is stored and of everything asked for and not settled (R6).
 * So a withdrawal holds from the click on, a grant from its receipt on. Null = nothing is known of the choice.
 */
export function inForceHere(state: EngineState, stored: ChoiceState | null, choice: string): string | null {
  const note = state.notes[choice];
  const asked: IntentItem[] = state.intents.flatMap((intent) => itemOn(intent, choice) ?? []);
  const holds = note?.kind === 'asks' ? isDoubted(state, choice) : note?.kind === 'refused' && note.withdrawal;
  if (note && note.kind !== 'saved' && holds) asked.push(note.item);
  const options = asked[0]?.options ?? [];
  const standing = stored?.effective ?? options[0] ?? null;
  return standing === null ? null : mostProtective(options, standing, ...asked.map((item) => item.value));
}
