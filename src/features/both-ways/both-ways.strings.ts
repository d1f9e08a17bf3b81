import { msg, plural } from '@lingui/core/macro';
import type { Reason } from '#contract/preview.ts';

/** What a customer would meet with a use on, and with it off. */
export const bothWaysStrings = {
  summary: msg({ id: 'both_ways.summary', message: 'Worked out from your data as it is now. Looking saves nothing.' }),
  on: msg({ id: 'both_ways.on', message: 'On' }),
  off: msg({ id: 'both_ways.off', message: 'Off' }),
  onOrOff: msg({ id: 'both_ways.on_or_off', message: 'On or off' }),
  today: msg({ id: 'both_ways.today', message: 'This is what you see today' }),
  would: msg({ id: 'both_ways.would', message: 'This is what you would see' }),
  noHeadline: msg({ id: 'both_ways.no_headline', message: 'No subject line' }),
  nothingShown: msg({ id: 'both_ways.nothing_shown', message: 'Nothing would be shown here.' }),
  otherOrder: msg({ id: 'both_ways.other_order', message: 'The things are the same, in another order.' }),
  otherHeadline: msg({ id: 'both_ways.other_headline', message: 'The things are the same. The subject line changes.' }),
  same: msg({ id: 'both_ways.same', message: 'Nothing you would see changes' }),
  sameLocked: msg({ id: 'both_ways.same_locked', message: 'It has no switch, so there is only one way to see it.' }),
  sameNothingHeld: msg({
    id: 'both_ways.same_nothing_held',
    message: 'We hold no data of this kind about you. There is nothing to choose by.',
  }),
  sameResult: msg({
    id: 'both_ways.same_result',
    message: 'We looked at your data for it, and the same things came first.',
  }),
  sameElsewhere: msg({
    id: 'both_ways.same_elsewhere',
    message: 'This use picks nothing that we show you. What it is for:',
  }),
  sameElsewhereAll: msg({
    id: 'both_ways.same_elsewhere_all',
    message: 'These uses pick nothing that we show you. What each is for stands in its card.',
  }),
  keepOn: msg({ id: 'both_ways.keep_on', message: 'Keep it on' }),
  turnOn: msg({ id: 'both_ways.turn_on', message: 'Turn it on' }),
  keepOff: msg({ id: 'both_ways.keep_off', message: 'Keep it off' }),
  turnOff: msg({ id: 'both_ways.turn_off', message: 'Turn it off' }),
  staysOn: msg({ id: 'both_ways.stays_on', message: 'It stays on. Nothing changed, so nothing was saved.' }),
  staysOff: msg({ id: 'both_ways.stays_off', message: 'It stays off. Nothing changed, so nothing was saved.' }),
  meaning: msg({ id: 'both_ways.meaning', message: 'What else to know' }),
  drawnFrom: msg({ id: 'both_ways.drawn_from', message: 'Drawn from' }),
  drewNothing: msg({ id: 'both_ways.drew_nothing', message: 'None of your records.' }),
  whenOff: msg({ id: 'both_ways.when_off', message: 'If off' }),
  drawnFailed: msg({ id: 'both_ways.drawn_failed', message: 'We cannot tell right now.' }),
  thisYear: msg({ id: 'both_ways.this_year', message: 'This year' }),
  stops: msg({ id: 'both_ways.stops', message: 'Off, that stops. What you got stays yours.' }),
  nothingAdded: msg({
    id: 'both_ways.nothing_added',
    message: 'It is off: nothing is added. What you got stays yours.',
  }),
  notCounted: msg({ id: 'both_ways.not_counted', message: 'Nothing is counted for this.' }),
  ledger: msg({ id: 'both_ways.ledger', message: 'See all you got, and how we counted' }),
  ledgerFailed: msg({ id: 'both_ways.ledger_failed', message: 'We cannot read what you got right now.' }),
  noSwitch: msg({ id: 'both_ways.no_switch', message: 'No switch' }),
  eachUse: msg({ id: 'both_ways.each_use', message: 'Each use by itself' }),
  failed: msg({
    id: 'both_ways.failed',
    message: 'We cannot show both ways right now. Nothing has changed, and the buttons work as always.',
  }),
  again: msg({ id: 'both_ways.again', message: 'Try again' }),
  toCard: msg({ id: 'both_ways.to_card', message: 'Everything about it, and its switch' }),
};

export const titleFor = (name: string) => msg({ id: 'both_ways.title', message: `${name}: with and without` });

/** All of this kind was forgotten, and some of it has to be kept. */
export const forgottenOn = (date: string) =>
  msg({
    id: 'both_ways.forgotten',
    message: `You had this forgotten on ${date}. What we keep of it picks nothing for you.`,
  });

export const backTo = (category: string) => msg({ id: 'both_ways.back', message: `Back to ${category}` });

/** What is looked at, by where it shows. */
export const surfaces = {
  shop_window: msg({ id: 'both_ways.shop_window', message: 'What the shop shows you first' }),
  email: msg({ id: 'both_ways.email', message: 'An e-mail from us' }),
  offer: msg({ id: 'both_ways.offer', message: 'Prices we offer you' }),
};

export const allOf = {
  with: (count: number) =>
    msg({ id: 'both_ways.all_on', message: plural(count, { one: 'With its # use on', other: 'With all # uses on' }) }),
  without: (count: number) =>
    msg({
      id: 'both_ways.all_off',
      message: plural(count, { one: 'With its # use off', other: 'With all # uses off' }),
    }),
};

export const someOn = (on: number, of: number) =>
  msg({
    id: 'both_ways.some_on',
    message: `Today ${on} of its ${of} uses are on, so what you see lies between the two.`,
  });

export const changed = (count: number, of: number) =>
  msg({
    id: 'both_ways.changed',
    message: plural(of, {
      one: `${count} of # thing changes.`,
      other: `${count} of # things ${plural(count, { one: 'changes', other: 'change' })}.`,
    }),
  });

export const lowerPrice = (paid: string, shelf: string) =>
  msg({ id: 'both_ways.lower_price', message: `${paid}, on the shelf ${shelf}` });

/** Why a thing is shown. */
export const reasonWords: Readonly<Record<Reason['kind'], (of: string | null) => ReturnType<typeof titleFor>>> = {
  bought_with: (of) =>
    of === null
      ? msg({ id: 'both_ways.reason_bought', message: 'because of what you bought' })
      : msg({ id: 'both_ways.reason_bought_with', message: `because you bought: ${of}` }),
  buy_again: () => msg({ id: 'both_ways.reason_again', message: 'you bought it before, and such things run out' }),
  seen_twice: () => msg({ id: 'both_ways.reason_seen', message: 'you looked at it more than once' }),
  wished: (of) =>
    of === null
      ? msg({ id: 'both_ways.reason_saved', message: 'you saved it' })
      : msg({ id: 'both_ways.reason_wished', message: `you saved it on your list “${of}”` }),
  answered: (of) =>
    of === null
      ? msg({ id: 'both_ways.reason_told', message: 'because of what you told us' })
      : msg({ id: 'both_ways.reason_answered', message: `you told us: ${of}` }),
  concluded: (of) =>
    of === null
      ? msg({ id: 'both_ways.reason_guess', message: 'because of what we concluded' })
      : msg({ id: 'both_ways.reason_concluded', message: `we concluded: ${of}` }),
  in_stock_near: (of) =>
    of === null
      ? msg({ id: 'both_ways.reason_stock', message: 'in stock near you' })
      : msg({ id: 'both_ways.reason_near', message: `in stock near you, in ${of}` }),
  size: (of) =>
    of === null
      ? msg({ id: 'both_ways.reason_fit', message: 'in stock in your size' })
      : msg({ id: 'both_ways.reason_size', message: `in stock in your size, ${of}` }),
  member_price: () => msg({ id: 'both_ways.reason_member', message: 'your member price' }),
  wish_offer: (of) =>
    of === null
      ? msg({ id: 'both_ways.reason_offer', message: 'your offer on a thing you saved' })
      : msg({ id: 'both_ways.reason_wish_offer', message: `your offer, as you saved it on “${of}”` }),
  bestseller: () => msg({ id: 'both_ways.reason_bestseller', message: 'one of our bestsellers' }),
};

/** The two answers about several uses. */
export const keepAllOn = (count: number) => msg({ id: 'both_ways.keep_all_on', message: `Keep all ${count} on` });
export const keepAllOff = (count: number) => msg({ id: 'both_ways.keep_all_off', message: `Keep all ${count} off` });
export const turnAllOff = (count: number) => msg({ id: 'both_ways.turn_all_off', message: `Turn all ${count} off` });
export const turnAllOn = (can: number, of: number) =>
  can < of
    ? msg({ id: 'both_ways.turn_some_on', message: `Turn on ${can} of ${of}` })
    : msg({ id: 'both_ways.turn_all_on', message: `Turn all ${of} on` });
export const stayAll = {
  on: (count: number) =>
    msg({ id: 'both_ways.all_stay_on', message: `All ${count} stay on. Nothing changed, so nothing was saved.` }),
  off: (count: number) =>
    msg({ id: 'both_ways.all_stay_off', message: `All ${count} stay off. Nothing changed, so nothing was saved.` }),
};

/** What turning a use on asks for beside a press. The way leads to its switch. */
export const asksMore = {
  signal: (use: string) =>
    msg({
      id: 'both_ways.asks_signal',
      message: `Your browser asks that “${use}” stays off. You can decide otherwise at its switch.`,
    }),
  words: (use: string) =>
    msg({ id: 'both_ways.asks_words', message: `“${use}” asks for your yes in words, at its switch.` }),
  two_steps: (use: string) =>
    msg({ id: 'both_ways.asks_two_steps', message: `“${use}” asks for a second yes, at its switch.` }),
};

export const recordsIn = (count: number, category: string) =>
  msg({
    id: 'both_ways.records',
    message: plural(count, { one: `# record in ${category}`, other: `# records in ${category}` }),
  });

export const drawnBy = (use: string) => msg({ id: 'both_ways.drawn_by', message: `by “${use}”` });

/** What a use gave, and how often: "£28.90 off by member prices, 11 times". */
export const gaveTimes = (what: string, times: number) =>
  msg({ id: 'both_ways.gave', message: plural(times, { one: `${what}, once`, other: `${what}, # times` }) });
