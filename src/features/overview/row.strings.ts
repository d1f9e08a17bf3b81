import { msg, plural } from '@lingui/core/macro';

/** A category's row: two hands and what stands between them. */
export const rowStrings = {
  hold: msg({ id: 'row.hold', message: 'We hold' }),
  get: msg({ id: 'row.get', message: 'You get' }),
  on: msg({ id: 'row.on', message: '<b>On</b>' }),
  off: msg({ id: 'row.off', message: '<b>Off</b>' }),
  alwaysOn: msg({ id: 'row.always_on', message: '<b>Always on</b>' }),
  heldNotUsed: msg({ id: 'row.held_not_used', message: 'Held, not used for this.' }),
  heldNotUsedAtAll: msg({ id: 'row.held_not_used_at_all', message: 'Held, not used.' }),
  heldForAlwaysOn: msg({ id: 'row.held_for_always_on', message: 'Held, only for what is always on.' }),
  heldRest: msg({ id: 'row.held_rest', message: 'Held for what is always on. The rest is held, not used.' }),
  deleted: msg({ id: 'row.deleted', message: 'Deleted.' }),
};

export const onOf = (on: number, of: number) => msg({ id: 'row.on_of', message: `<b>On</b> · ${on} of ${of} uses` });

export const onUntil = (date: string) => msg({ id: 'row.until', message: `<b>On</b> until ${date}` });

export const offSince = (date: string) => msg({ id: 'row.since', message: `<b>Off</b> since ${date}` });

/** What the record says while the control already shows what the customer wants. */
export const savedOn = (since: string | null) =>
  since === null
    ? msg({ id: 'row.saved_on', message: '<b>Saved: on</b>' })
    : msg({ id: 'row.saved_on_since', message: `<b>Saved: on</b> since ${since}` });

export const savedOnOf = (on: number, of: number) =>
  msg({ id: 'row.saved_on_of', message: `<b>Saved: on</b> · ${on} of ${of} uses` });

export const savedOff = (since: string | null) =>
  since === null
    ? msg({ id: 'row.saved_off', message: '<b>Saved: off</b>' })
    : msg({ id: 'row.saved_off_since', message: `<b>Saved: off</b> since ${since}` });

export const noLongerCollected = (date: string) =>
  msg({ id: 'row.no_longer_collected', message: `No longer collected since ${date}.` });

export const deletedBy = (date: string) => msg({ id: 'row.deleted_by', message: `Held, to be deleted by ${date}.` });

export const restDeletedBy = (date: string) =>
  msg({
    id: 'row.rest_deleted_by',
    message: `Held for what is always on. The rest is to be deleted by ${date}.`,
  });

export const forgottenOn = (date: string, backups: string) =>
  msg({ id: 'row.forgotten', message: `Forgotten on ${date}. Gone from backups by ${backups}.` });

/** What of it law or contract keep, and the uses it is kept for. */
export const keptOnlyFor = (count: number, uses: string) =>
  msg({
    id: 'row.kept_only_for',
    message: plural(count, {
      one: `We keep # record, only for: ${uses}.`,
      other: `We keep # records, only for: ${uses}.`,
    }),
  });

export const stillHeld = (held: string) => msg({ id: 'row.still_held', message: `Still held: ${held}` });

/** What an off category would give: after the effect of off, smaller. */
export const whenOn = (benefit: string) => msg({ id: 'row.when_on', message: `On: ${benefit}` });

/** The name of a category's switch: what "on" means, whatever its state. */
export const switchesAll = (category: string, count: number) =>
  msg({ id: 'row.switch_all', message: `${category}: all ${count} optional uses` });

export const switchesOne = (category: string, use: string) =>
  msg({ id: 'row.switch_one', message: `${category}: ${use}` });

export const turnOnNamed = (uses: string) => msg({ id: 'row.turn_on_named', message: `Turn on: ${uses}?` });

export const turnOnCount = (count: number) =>
  msg({ id: 'row.turn_on_count', message: plural(count, { one: 'Turn on # use', other: 'Turn on # uses' }) });

export const leftOut = (count: number) =>
  msg({ id: 'row.left_out', message: plural(count, { one: '# use is left out:', other: '# uses are left out:' }) });

/** A use that a category's switch does not touch, with the reason. */
export const leftOutBecause = {
  signal: (use: string) => msg({ id: 'row.left_out_signal', message: `${use}: your browser asks that it stays off` }),
  words: (use: string) => msg({ id: 'row.left_out_words', message: `${use}: asks for your yes in words` }),
  two_steps: (use: string) => msg({ id: 'row.left_out_two_steps', message: `${use}: asks for a second step` }),
};
