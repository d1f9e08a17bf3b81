import { msg, plural } from '@lingui/core/macro';

/** What came back to a customer, with how it was counted, beside what they gave. `<b>` marks what was counted. */
export const benefitsStrings = {
  title: msg({ id: 'benefits.title', message: 'What you gave, and what you got' }),
  empty: msg({
    id: 'benefits.empty',
    message: 'Nothing yet. When something comes back to you, it appears here with how we counted it.',
  }),
  years: msg({ id: 'benefits.years', message: 'Years' }),
  table: msg({ id: 'benefits.table', message: 'Show the months as a table' }),
  month: msg({ id: 'benefits.month', message: 'Month' }),
  also: msg({ id: 'benefits.also', message: 'And also' }),
  givers: msg({ id: 'benefits.givers', message: 'What each use gave you' }),
  nothingYet: msg({ id: 'benefits.nothing_yet', message: 'Nothing yet' }),
  nothing: msg({ id: 'benefits.nothing', message: 'Nothing' }),
  howCounted: msg({ id: 'benefits.how', message: 'How we counted' }),
  off: msg({ id: 'benefits.off', message: 'Off. Nothing is added.' }),
  bothWays: msg({ id: 'benefits.both_ways', message: 'See it both ways' }),
  toSwitch: msg({ id: 'benefits.to_switch', message: 'Go to its switch' }),
  balance: msg({ id: 'benefits.balance', message: 'What you gave for it' }),
  balanceIntro: msg({
    id: 'benefits.balance_intro',
    message: 'On one side what we hold about you today, on the other what came back.',
  }),
  gave: msg({ id: 'benefits.gave', message: 'You gave' }),
  got: msg({ id: 'benefits.got', message: 'You got' }),
  holdNothing: msg({ id: 'benefits.hold_nothing', message: 'Nothing held' }),
  notCounted: msg({ id: 'benefits.not_counted', message: 'Nothing is counted here.' }),
  allOff: msg({ id: 'benefits.all_off', message: 'Nothing: all its uses are off.' }),
  balanceFailed: msg({ id: 'benefits.balance_failed', message: 'We cannot show what we hold right now.' }),
  entries: msg({ id: 'benefits.entries', message: 'Every entry' }),
  deal: msg({ id: 'benefits.deal', message: 'Terms' }),
  dealData: msg({ id: 'benefits.deal_data', message: 'Kinds of data' }),
  dealWorth: msg({ id: 'benefits.deal_worth', message: 'Worth to us' }),
  dealMethod: msg({ id: 'benefits.deal_method', message: 'How we know' }),
  dealRelation: msg({ id: 'benefits.deal_relation', message: 'In return' }),
  dealJoin: msg({ id: 'benefits.deal_join', message: 'To join' }),
  dealLeave: msg({ id: 'benefits.deal_leave', message: 'To leave' }),
  dealKept: msg({ id: 'benefits.deal_kept', message: 'You keep' }),
  failed: msg({
    id: 'benefits.failed',
    message: 'We cannot show what you got right now. Nothing is lost: it is counted anew each time.',
  }),
  again: msg({ id: 'benefits.again', message: 'Try again' }),
};

/** The year that is under way, up to today. */
export const soFar = (today: string, what: string) =>
  msg({ id: 'benefits.so_far', message: `This year up to ${today} you got ${what}.` });

export const inYear = (year: string, what: string) =>
  msg({ id: 'benefits.in_year', message: `In ${year} you got ${what}.` });

export const nothingIn = (year: string) =>
  msg({ id: 'benefits.nothing_in', message: `Nothing came back to you in ${year}.` });

export const moneyOff = (money: string) => msg({ id: 'benefits.money', message: `<b>${money}</b> off` });

/** Totals of what is not money. */
export const countWords = {
  time_saved: (count: number) =>
    msg({
      id: 'benefits.time',
      message: plural(count, { one: '<b># minute</b> saved', other: '<b># minutes</b> saved' }),
    }),
  seconds_saved: (count: number) =>
    msg({
      id: 'benefits.seconds_saved',
      message: plural(count, { one: '<b># second</b> saved', other: '<b># seconds</b> saved' }),
    }),
  return_avoided: (count: number) =>
    msg({
      id: 'benefits.returns',
      message: plural(count, { one: '<b># return</b> avoided', other: '<b># returns</b> avoided' }),
    }),
  pick_ordered: (count: number) =>
    msg({
      id: 'benefits.picks',
      message: plural(count, { one: '<b># find</b> among our picks', other: '<b># finds</b> among our picks' }),
    }),
};

/** What a chart or a column of the table is of. */
export const kindNames = {
  money: msg({ id: 'benefits.kind_money', message: 'Money off' }),
  moneyIn: (currency: string) => msg({ id: 'benefits.kind_money_in', message: `Money off, in ${currency}` }),
  time_saved: msg({ id: 'benefits.kind_time', message: 'Time saved' }),
  return_avoided: msg({ id: 'benefits.kind_returns', message: 'Returns avoided' }),
  pick_ordered: msg({ id: 'benefits.kind_picks', message: 'Finds' }),
};

export const chartCaption = (kind: string) =>
  msg({ id: 'benefits.chart', message: `${kind}, by month. A taller bar is more.` });

export const shortTime = {
  seconds: (count: number) =>
    msg({ id: 'benefits.seconds', message: plural(count, { one: '# second', other: '# seconds' }) }),
  minutes: (count: number) =>
    msg({ id: 'benefits.minutes', message: plural(count, { one: '# minute', other: '# minutes' }) }),
  short: (minutes: number, seconds: number) => {
    if (minutes === 0) return msg({ id: 'benefits.short_seconds', message: `${seconds} s` });
    if (seconds === 0) return msg({ id: 'benefits.short_minutes', message: `${minutes} min` });
    return msg({ id: 'benefits.short_both', message: `${minutes} min ${seconds} s` });
  },
  both: (minutes: string, seconds: string) =>
    msg({ id: 'benefits.minutes_and_seconds', message: `${minutes} ${seconds}` }),
};

export const offSince = (date: string) =>
  msg({ id: 'benefits.off_since', message: `Off since ${date}. Nothing is added.` });

export const recordsHeld = (count: number) =>
  msg({ id: 'benefits.records', message: plural(count, { one: '# record', other: '# records' }) });

export const forgottenOn = (date: string) =>
  msg({ id: 'benefits.forgotten', message: `Forgotten on ${date}. What rested on it is not counted any more.` });

export const monthOf = (month: string, year: string) => msg({ id: 'benefits.month_of', message: `${month} ${year}` });

export const aYear = (worth: string) => msg({ id: 'benefits.a_year', message: `About ${worth} a year` });

/** The heading over the terms of a benefit that is paid for with data. */
export const dealFor = (use: string) => msg({ id: 'benefits.deal_for', message: `The deal behind “${use}”` });
