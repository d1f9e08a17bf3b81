import { msg, plural } from '@lingui/core/macro';

/** The picture of the year by kind of data, and the same as a table. */
export const yearStrings = {
  caption: msg({ id: 'activity.year', message: 'Days on which we used it this year. Press a month to read it below.' }),
  captionSmall: msg({ id: 'activity.year_small', message: 'When we used it this year. The table leads to each day.' }),
  table: msg({ id: 'activity.year_table', message: 'Show the year as a table' }),
  category: msg({ id: 'activity.year_category', message: 'Kind of data' }),
  days: msg({ id: 'activity.year_days', message: 'Days, with how often' }),
  failed: msg({ id: 'activity.year_failed', message: 'We cannot draw the year right now. The list below is whole.' }),
};

/** Names the picture for those who cannot see it. */
export const yearLabel = (year: string) =>
  msg({ id: 'activity.year_label', message: `The year ${year} by kind of data` });

/** A day of the table: "12 (3 times)". */
export const dayTimes = (day: string, times: number) =>
  msg({ id: 'activity.day_times', message: plural(times, { one: day, other: `${day} (# times)` }) });

/** A month of the picture, as a way to it. */
export const monthTimes = (month: string, times: number) =>
  msg({
    id: 'activity.month_times',
    message: plural(times, { one: `${month}: # time`, other: `${month}: # times` }),
  });
