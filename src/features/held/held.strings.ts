import { msg, plural } from '@lingui/core/macro';

/** The page that lists all that is held, kind by kind. */
export const heldStrings = {
  title: msg({ id: 'held.title', message: 'What we hold about you' }),
  nothing: msg({
    id: 'held.nothing',
    message: 'We hold no records about you yet. When we hold one, it stands here.',
  }),
  passive: msg({ id: 'held.passive', message: 'This is noted while you do other things.' }),
  rightNow: msg({ id: 'held.right_now', message: 'See what this page can read now' }),
};

/** The sentence under the heading. */
export const holdsRecords = (records: string, count: number, kinds: string, oldest: string) =>
  msg({
    id: 'held.holds',
    message: plural(count, {
      one: `We hold <b>${records} record</b> of <b>${kinds}</b>, from ${oldest}.`,
      other: `We hold <b>${records} records</b> of <b>${kinds}</b>. The oldest is from ${oldest}.`,
    }),
  });

export const kindsOfData = (count: number) =>
  msg({ id: 'held.kinds', message: plural(count, { one: '# kind', other: '# kinds' }) });

export const recordCount = (records: string, count: number) =>
  msg({ id: 'held.records', message: plural(count, { one: `${records} record`, other: `${records} records` }) });

/** How many, and from which days. */
export const heldFrom = (records: string, oldest: string, newest: string) =>
  oldest === newest
    ? msg({ id: 'held.on', message: `${records}, of ${oldest}.` })
    : msg({ id: 'held.from_to', message: `${records}, from ${oldest} to ${newest}.` });

/** An item with how much of it there is. */
export const itemCount = (item: string, count: string) => msg({ id: 'held.item_count', message: `${item}: ${count}` });

/** Who it came from by name. */
export const cameFrom = (names: string) => msg({ id: 'held.from', message: `From ${names}` });

export const forgottenOn = (date: string, backups: string) =>
  msg({ id: 'held.forgotten', message: `Forgotten on ${date}. Gone from backups by ${backups}.` });

export const keptOnlyFor = (records: string, uses: string) =>
  msg({ id: 'held.kept_only_for', message: `We keep ${records}, only for: ${uses}.` });
