import { msg, plural } from '@lingui/core/macro';

/** The page around the rows. `<b>` marks what a glance should catch. */
export const overviewStrings = {
  title: msg({ id: 'overview.title', message: 'What we hold, and what you get' }),
  holdsNothing: msg({ id: 'overview.holds_nothing', message: 'We hold nothing about you yet.' }),
  nothingCounted: msg({ id: 'overview.nothing_counted', message: 'Nothing is counted in return yet this year.' }),
  undo: msg({ id: 'overview.undo', message: 'Undo' }),
  yearCaption: msg({ id: 'overview.year', message: 'When we used your data this year; taller is more.' }),
  yearEmpty: msg({ id: 'overview.year_empty', message: 'We have not used your data this year.' }),
  yearTable: msg({ id: 'overview.year_table', message: 'Show the year as a table' }),
  signal: msg({
    id: 'overview.signal',
    message: 'Your browser asks sites not to sell or share your data. We do as it asks.',
  }),
  overviewFailed: msg({
    id: 'overview.failed',
    message: 'We cannot show what we hold right now. Your choices work as always.',
  }),
  tryAgain: msg({ id: 'overview.try_again', message: 'Try again' }),
  unknown: msg({
    id: 'overview.unknown',
    message: 'No kind of data has this address. Here is everything there is.',
  }),
  allOnAlready: msg({ id: 'overview.all_on_already', message: 'All of them are on already.' }),
  newNotice: msg({ id: 'overview.new_notice', message: 'Show the new notice' }),
  offline: msg({
    id: 'overview.offline',
    message: 'You are offline. What you turn off is off here at once, and we save it when you are back.',
  }),
  ended: msg({
    id: 'overview.ended',
    message: 'Your session ended. This is what we knew before. Sign in to save what you change.',
  }),
  whatChanged: msg({ id: 'overview.what_changed', message: 'What changed' }),
  signIn: msg({ id: 'overview.sign_in', message: 'Sign in' }),
  nothingDone: msg({ id: 'overview.nothing_done', message: 'we did nothing with your data' }),
  whatWeDid: msg({ id: 'overview.what_we_did', message: 'See what we did' }),
  everyEvent: msg({ id: 'overview.every_event', message: 'See every event' }),
};

export const holdsKinds = (count: number) =>
  msg({
    id: 'overview.holds',
    message: plural(count, { one: 'We hold <b># kind</b> of data.', other: 'We hold <b># kinds</b> of data.' }),
  });

export const allowsUses = (on: number, of: number) =>
  msg({ id: 'overview.allows', message: `You allow <b>${on} of ${of}</b> optional uses.` });

export const worthThisYear = (worth: string) => msg({ id: 'overview.worth', message: `This year you got ${worth}.` });

/** What a count is worth, for the summary. `<b>` as above. */
export const worthCounts = {
  return_avoided: (count: number) =>
    msg({
      id: 'overview.worth_returns',
      message: plural(count, { one: '<b># avoided return</b>', other: '<b># avoided returns</b>' }),
    }),
  pick_ordered: (count: number) =>
    msg({
      id: 'overview.worth_picks',
      message: plural(count, { one: '<b># order</b> from our picks', other: '<b># orders</b> from our picks' }),
    }),
  time_saved: (count: number) =>
    msg({
      id: 'overview.worth_time',
      message: plural(count, { one: '<b># minute</b> saved', other: '<b># minutes</b> saved' }),
    }),
};

export const sinceLastHere = (date: string, what: string) =>
  msg({ id: 'overview.last_here', message: `Since you were last here (${date}): ${what}.` });

/** What was done since then. `<b>` as above. */
export const usedTimes = (times: number, ways: number) =>
  msg({
    id: 'overview.used_times',
    message: `we used your data ${plural(times, {
      one: '<b>once</b>',
      other: `<b># times</b> in ${plural(ways, { one: '# way', other: '# ways' })}`,
    })}`,
  });

export const addedRecords = (count: number) =>
  msg({
    id: 'overview.added_records',
    message: plural(count, { one: 'we added <b># record</b>', other: 'we added <b># records</b>' }),
  });

export const worthMoney = (money: string) => msg({ id: 'overview.worth_money', message: `<b>${money}</b> off` });

export const turnAllOff = (count: number) =>
  msg({
    id: 'overview.all_off',
    message: plural(count, { one: 'Turn off the # optional use', other: 'Turn off all # optional uses' }),
  });

/** `count`: how many are on after it; what takes more than this press is left out. */
export const turnAllOn = (count: number, of: number) =>
  count < of
    ? msg({
        id: 'overview.some_on',
        message: plural(of, {
          one: `Turn on ${count} of # optional use`,
          other: `Turn on ${count} of # optional uses`,
        }),
      })
    : msg({
        id: 'overview.all_on',
        message: plural(count, { one: 'Turn on the # optional use', other: 'Turn on all # optional uses' }),
      });

export const busiestDay = (times: number, date: string) =>
  msg({
    id: 'overview.busiest',
    message: plural(times, { one: `Most on ${date}: once.`, other: `Most on ${date}: # times.` }),
  });

export const signalUses = (count: number) =>
  msg({
    id: 'overview.signal_uses',
    message: plural(count, { one: '# use is off because of it:', other: '# uses are off because of it:' }),
  });

export const signalAllowed = (count: number) =>
  msg({
    id: 'overview.signal_allowed',
    message: plural(count, { one: 'You allow # use all the same:', other: 'You allow # uses all the same:' }),
  });

export const suspendedUses = (count: number, date: string) =>
  msg({
    id: 'overview.suspended',
    message: plural(count, {
      one: `The notice changed on ${date}. # use is off until you say yes again:`,
      other: `The notice changed on ${date}. # uses are off until you say yes again:`,
    }),
  });

export const noticeChanged = (date: string) =>
  msg({ id: 'overview.notice_changed', message: `The notice changed on ${date}. Nothing was switched.` });
