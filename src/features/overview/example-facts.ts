import { setupI18n } from '@lingui/core';
import type { ChoiceState, Why } from '#contract/choices.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import { voiceOf } from '#i18n/voice.ts';
import type { ChoiceView } from '#intents/choice-view.ts';

/** Facts for the tests of the models: English in London, choices as somebody left them. */

export const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');

export const now = '2026-11-22T14:02:00.000Z';

/** A choice that the customer made on 3 May 2026, or, for other reasons, as it follows from them. */
export function choiceState(choice: string, effective: 'on' | 'off', more: Partial<ChoiceState> = {}): ChoiceState {
  const at = '2026-05-03T09:00:00.000Z';
  const decided = { value: effective, at, by: 'customer' as const, notice: 1, until: null, gpcAck: false };
  return { choice, decided, effective, why: 'customer', since: at, seq: 3, ...more };
}

/** A choice that nobody made. */
export const unchosen = (choice: string, effective: 'on' | 'off', why: Why = 'default'): ChoiceState =>
  choiceState(choice, effective, { decided: null, why, since: null, seq: 0 });

export function choiceView(stored: ChoiceState, more: Partial<ChoiceView> = {}): ChoiceView {
  return {
    choice: stored.choice,
    status: 'saved',
    value: stored.effective,
    inForce: stored.effective,
    stored,
    press: null,
    wanted: null,
    withdrawal: false,
    reason: null,
    tries: 0,
    notYet: false,
    anotherWay: false,
    here: null,
    receipt: null,
    ...more,
  };
}

export function categoryOverview(
  category: string,
  count: number,
  more: Partial<CategoryOverview> = {},
): CategoryOverview {
  return {
    category,
    held: {
      count,
      oldest: count === 0 ? null : '2023-12-01T10:00:00.000Z',
      newest: count === 0 ? null : '2026-11-12T10:00:00.000Z',
      values: { order_line_count: count },
      sample: count === 0 ? [] : [{ label: 'Linen duvet', at: '2026-11-12T10:00:00.000Z' }],
    },
    got: [],
    usedDays: [],
    ...more,
  };
}

export const byChoice = (...states: readonly ChoiceState[]): Readonly<Record<string, ChoiceState>> =>
  Object.fromEntries(states.map((state) => [state.choice, state]));
