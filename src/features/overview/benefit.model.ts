import type { Category } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { Day } from '#contract/primitives.ts';
import { marked, saidAmount } from '#i18n/said-amount.ts';
import type { Voice } from '#i18n/voice.ts';
import { whenOn } from './row.strings.ts';
import { inEffect, optionalUses, type Stored } from './stored.model.ts';

/** What one use really brought this year, as its published rule counts it. */
export interface Received {
  readonly use: string;
  /** As it is said: money in major units, time in whole minutes. */
  readonly amount: number;
  readonly text: string;
  readonly how: string;
}

/** Everything counted in a category, in the order of its uses. */
export function receivedIn(
  voice: Voice,
  category: Category,
  overview: CategoryOverview | undefined,
  since: Day | null,
): readonly Received[] {
  if (!overview || since === null) return [];
  return category.uses.flatMap(({ id, got: rule }) => {
    const got = overview.got.find(({ use }) => use === id);
    if (!rule || !got) return [];
    const { currency } = got;
    const amount = saidAmount(got);
    const values = { amount, currency, since: `${since}T12:00:00Z` };
    const text = amount === 0 ? rule.none : voice.compose(rule.message, values, currency ?? undefined);
    return [{ use: id, amount, text, how: rule.how }];
  });
}

/** The second hand: what the customer gets, or, where all is off, what they see instead and what "on" would bring. */
export interface Get {
  /** `<b>` marks what was counted. */
  readonly main: string;
  readonly note: string | null;
}

export function getOf(voice: Voice, category: Category, received: readonly Received[], stored: Stored): Get {
  const optional = optionalUses(category);
  const running = optional.filter((use) => inEffect(use, stored));
  const [first = category.uses[0]] = optional;
  if (optional.length > 0 && running.length === 0 && first)
    return { main: first.whenOff.text, note: voice.say(whenOn(first.benefit)) };
  const counted = received.filter(({ amount }) => amount > 0);
  if (counted.length > 0) return { main: counted.map(({ text }) => marked(text)).join(' · '), note: null };
  const [shown = category.uses[0]] = running;
  const none = received.find(({ use }) => use === shown?.id);
  return { main: shown?.benefit ?? '', note: none?.text ?? null };
}
