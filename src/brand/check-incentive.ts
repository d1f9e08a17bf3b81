import type { AuthoredUse } from './authored-notice.ts';
import { didYouMean } from './did-you-mean.ts';
import { sayRepeated, type Part, type Say } from './notice-parts.ts';
import { isOptional } from '#rules/options.ts';

/** Where whoever pays for data must first say what it is worth, and the law that asks for it. */
const laws: Readonly<Record<string, string>> = { 'US-CA': '11 CCR §7016' };

const words = 'summary, terms, method, relation, join, leave, kept';

/** Counting rules of benefits in money. Where the law wants a notice, a lower price for data is a payment. */
const inMoney: readonly AuthoredUse['counting'][] = ['member_price', 'wish_list_offer'];

/** A use that is paid for: that the customer can leave it, and that its notice is whole where the law wants one. */
export const checkIncentive = (
  { value: use, at }: Part<AuthoredUse>,
  categories: readonly string[],
  jurisdictions: readonly string[],
  say: Say,
): void => {
  const place = jurisdictions.find((one) => laws[one] !== undefined);
  const law = place === undefined ? null : `the law of ${place} (${laws[place]})`;
  if (use.paid && !isOptional(use))
    say(
      [...at, 'paid'],
      `use "${use.id}" rests on ${use.basis} and cannot be left. What is paid for needs a switch: change the basis, or remove paid.`,
    );
  if (use.incentive && !use.paid)
    say([...at, 'incentive'], `use "${use.id}" has an incentive and is not paid. Add paid: true, or remove incentive.`);
  if (law && !use.paid && isOptional(use) && inMoney.includes(use.counting))
    say(
      [...at, 'counting'],
      `use "${use.id}" gives a lower price for data, which ${law} calls an incentive. Add paid: true, and its incentive.`,
    );
  if (law && use.paid && !use.incentive)
    say(
      at,
      `use "${use.id}" is paid for with data, and ${law} wants a notice of it. Missing are categories and value: add incentive: { categories, value } here, and incentive with ${words} to its words.`,
    );
  sayRepeated(use.incentive?.categories ?? [], [...at, 'incentive', 'categories'], say);
  for (const [index, id] of (use.incentive?.categories ?? []).entries())
    if (!categories.includes(id))
      say(
        [...at, 'incentive', 'categories', index],
        `incentive of use "${use.id}" names category "${id}", which is not there. ${didYouMean(id, categories)}`,
      );
};
