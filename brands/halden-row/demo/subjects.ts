import type { Reason, ShownThing } from '#contract/preview.ts';
import type { Shop } from '#rules/shop.ts';

/** The subject of an e-mail, by why the first thing is in it. */
const subjects: Partial<Readonly<Record<Reason['kind'], (thing: ShownThing) => string>>> = {
  buy_again: ({ name }) => `${name}, as you bought before`,
  wished: ({ name }) => `${name} is on your wish list, and in stock`,
  concluded: ({ name }) => `${name}, and more like it`,
};

/** An e-mail has a subject; a shop window and an offer have none. The shop speaks English alone. */
export const headline: Shop['headline'] = (surface, first) =>
  surface === 'email' ? (subjects[first.reason.kind]?.(first) ?? 'What many people buy this month') : null;
