import { msg, plural } from '@lingui/core/macro';

/** The card of a category: the terms in their fixed order, and what is said under each. */
export const cardStrings = {
  what: msg({ id: 'card.what', message: 'What' }),
  why: msg({ id: 'card.why', message: 'Why' }),
  got: msg({ id: 'card.got', message: 'What you got' }),
  who: msg({ id: 'card.who', message: 'Who else' }),
  howLong: msg({ id: 'card.how_long', message: 'How long' }),
  choices: msg({ id: 'card.choices', message: 'Your choices' }),
  passive: msg({ id: 'card.passive', message: 'This is noted while you do other things.' }),
  readByItself: msg({ id: 'card.read_by_itself', message: 'We read it whenever you open a page of ours.' }),
  sensitive: msg({ id: 'card.sensitive', message: 'This is sensitive, and the law guards it more.' }),
  itemsFor: msg({ id: 'card.items_for', message: 'What each thing is for' }),
  alwaysOn: msg({ id: 'card.always_on', message: 'Always on' }),
  on: msg({ id: 'card.on', message: 'On' }),
  off: msg({ id: 'card.off', message: 'Off' }),
  notUsed: msg({ id: 'card.not_used', message: 'We have not used it this year.' }),
  howCounted: msg({ id: 'card.how_counted', message: 'How we counted' }),
  nothingCounted: msg({
    id: 'card.nothing_counted',
    message: 'Nothing is counted here. What you get stands with each use.',
  }),
  nobody: msg({ id: 'card.nobody', message: 'No one else gets it.' }),
  nobodyNow: msg({ id: 'card.nobody_now', message: 'No one else gets it now.' }),
  copy: msg({ id: 'card.copy', message: 'Get a copy of the terms' }),
  offKeeps: msg({ id: 'card.off_keeps', message: 'Off does not delete what is held.' }),
  offDeletes: msg({ id: 'card.off_deletes', message: 'Off deletes it where the use says so.' }),
};

/** The year as a table. */
export const yearStrings = {
  month: msg({ id: 'year.month', message: 'Month' }),
  times: msg({ id: 'year.times', message: 'Times used' }),
  days: msg({ id: 'year.days', message: 'Days, with how often' }),
  noDay: msg({ id: 'year.no_day', message: 'No day' }),
};

/** A day in the table of the year: "12 (3 times)". */
export const dayTimes = (day: string, times: number) =>
  msg({ id: 'year.day_times', message: plural(times, { one: day, other: `${day} (# times)` }) });

/** Where a card leads on. */
export const wayStrings = {
  activity: msg({ id: 'card.way_activity', message: 'See every event' }),
  bothWays: msg({ id: 'card.way_both', message: 'See it both ways' }),
  rightNow: msg({ id: 'card.way_now', message: 'See what this page can read now' }),
  kept: msg({ id: 'card.way_kept', message: 'See what we keep' }),
};

export const allRecords = (count: number) =>
  msg({ id: 'card.all_records', message: plural(count, { one: 'The # record', other: 'All # records' }) });

/** What a benefit costs that is paid for with data. */
export const incentiveStrings = {
  title: msg({ id: 'card.incentive', message: 'What you give for this, and what it is worth' }),
  terms: msg({ id: 'card.incentive_terms', message: 'The deal' }),
  data: msg({ id: 'card.incentive_data', message: 'Your data' }),
  worth: msg({ id: 'card.incentive_worth', message: 'Its worth' }),
  method: msg({ id: 'card.incentive_method', message: 'Method' }),
  join: msg({ id: 'card.incentive_join', message: 'To join' }),
  leave: msg({ id: 'card.incentive_leave', message: 'To leave' }),
  kept: msg({ id: 'card.incentive_kept', message: 'You keep' }),
};

/** The estimate, and how the benefit compares with it. */
export const worthAYear = (worth: string, relation: string) =>
  msg({ id: 'card.incentive_year', message: `${worth} a year. ${relation}` });

export const required = {
  by_contract: msg({ id: 'card.required_contract', message: 'needed for our deal' }),
  by_law: msg({ id: 'card.required_law', message: 'needed by law' }),
  optional: msg({ id: 'card.optional', message: 'yours to give' }),
};

export const sampleOn = (label: string, date: string) => msg({ id: 'card.sample', message: `${label}, ${date}` });

export const usedOn = (times: number, days: number, last: string) =>
  msg({
    id: 'card.used',
    message: `Used ${plural(times, { one: 'once', other: '# times' })} on ${plural(days, { one: '# day', other: '# days' })} this year, last on ${last}.`,
  });

export const othersCount = (count: number) =>
  msg({
    id: 'card.others',
    message: plural(count, { one: '<b># other</b> gets it now.', other: '<b># others</b> get it now.' }),
  });

export const othersIfOn = (count: number) =>
  msg({
    id: 'card.others_if_on',
    message: plural(count, {
      one: '# more would get it, if you turn on more:',
      other: '# more would get it, if you turn on more:',
    }),
  });

/** A recipient in the list: who and what they do; then what they are to the customer, and where. */
export const recipientDoes = (who: string, does: string) =>
  msg({ id: 'card.recipient', message: `<b>${who}</b> ${does}.` });

export const recipientIs = {
  works_for_us: (country: string) => msg({ id: 'card.works_for_us', message: `Works for us · ${country}` }),
  for_itself: (country: string) => msg({ id: 'card.for_itself', message: `Gets it for itself · ${country}` }),
  pays_for_it: (country: string) => msg({ id: 'card.pays_for_it', message: `Pays for it · ${country}` }),
};
