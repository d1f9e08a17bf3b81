import type { Message } from '#contract/primitives.ts';
import { marked, saidAmount, type Amount } from './said-amount.ts';
import type { Voice } from './voice.ts';

/** What came back under one rule in a year, in the brand's own words, its amount marked; null where that is nothing. */
export function saidInAll(
  voice: Voice,
  rule: { readonly message: Message },
  amounts: readonly Amount[],
  year: number,
): string | null {
  const [first] = amounts;
  const amount = first && saidAmount({ ...first, amount: amounts.reduce((sum, one) => sum + one.amount, 0) });
  if (!first || !amount) return null;
  const values = { amount, currency: first.currency, since: `${year}-01-01T12:00:00Z` };
  return marked(voice.compose(rule.message, values, first.currency ?? undefined));
}
