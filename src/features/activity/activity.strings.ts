import { msg, plural } from '@lingui/core/macro';

/** The page on how data was used, event by event. */
export const activityStrings = {
  title: msg({ id: 'activity.title', message: 'How we used your data' }),
  intro: msg({ id: 'activity.intro', message: 'Each time we used it, with the day, what for, and what came of it.' }),
  filter: msg({ id: 'activity.filter', message: 'What to show' }),
  category: msg({ id: 'activity.category', message: 'Kind of data' }),
  allCategories: msg({ id: 'activity.all_categories', message: 'All kinds' }),
  use: msg({ id: 'activity.use', message: 'Use' }),
  allUses: msg({ id: 'activity.all_uses', message: 'All uses' }),
  showAll: msg({ id: 'activity.show_all', message: 'Show all' }),
  toNewest: msg({ id: 'activity.to_newest', message: 'Start from the newest' }),
  none: msg({
    id: 'activity.none',
    message: 'We have not used your data yet. When we do, it stands here with its day.',
  }),
  noneFits: msg({ id: 'activity.none_fits', message: 'We did not use your data for this.' }),
  list: msg({ id: 'activity.list', message: 'Each use of your data' }),
  forgotten: msg({ id: 'activity.forgotten', message: 'Details forgotten with the records.' }),
  on: msg({ id: 'activity.on', message: 'On now' }),
  off: msg({ id: 'activity.off', message: 'Off now' }),
  always: msg({ id: 'activity.always', message: 'Always on' }),
  older: msg({ id: 'activity.older', message: 'Show older' }),
  olderComing: msg({ id: 'activity.older_coming', message: 'Older ones are coming.' }),
  olderFailed: msg({ id: 'activity.older_failed', message: 'The older ones did not come. Nothing is lost.' }),
  failed: msg({ id: 'activity.failed', message: 'We cannot show right now how we used your data.' }),
  again: msg({ id: 'activity.again', message: 'Try again' }),
};

/** How often, for all that was asked for. */
export const timesUsed = (count: number) =>
  msg({
    id: 'activity.times',
    message: plural(count, { one: 'We used your data <b># time</b>', other: 'We used your data <b># times</b>' }),
  });

/** How often, and for which of all: "We used your data 312 times: Purchases, up to 31 March 2026." */
export const timesOf = (times: string, of: string) => msg({ id: 'activity.times_of', message: `${times}: ${of}.` });

export const timesInAll = (times: string) => msg({ id: 'activity.times_in_all', message: `${times}, newest first.` });

export const upTo = (date: string) => msg({ id: 'activity.up_to', message: `up to ${date}` });

export const shownOf = (shown: string, of: string) =>
  msg({ id: 'activity.shown_of', message: `${shown} of ${of} are shown.` });

export const offSince = (date: string) => msg({ id: 'activity.off_since', message: `Off since ${date}` });

/** Between what is new since the last visit and what was there before. */
export const lastHereOn = (date: string, time: string) =>
  msg({
    id: 'activity.last_here',
    message: `You were last here on ${date} at ${time}. What stands above is new since then.`,
  });
