import { msg, plural } from '@lingui/core/macro';

/** Forgetting one kind of data, or all of it: what is said before and after. */
export const forgetStrings = {
  all: msg({ id: 'forget.all', message: 'Forget all of it' }),
  everything: msg({ id: 'forget.everything', message: 'Forget everything' }),
  everythingText: msg({
    id: 'forget.everything_text',
    message: 'This forgets all records of every kind that the law lets go. Your choices stay as they are.',
  }),
  askEverything: msg({ id: 'forget.ask_everything', message: 'Forget all we hold about you?' }),
  doIt: msg({ id: 'forget.do', message: 'Forget it' }),
  keep: msg({ id: 'forget.keep', message: 'Keep it' }),
  noneGoes: msg({
    id: 'forget.none_goes',
    message: 'None of these records can go. Law or contract asks for each.',
  }),
  gone: msg({ id: 'forget.gone', message: 'What goes' }),
  stays: msg({ id: 'forget.stays', message: 'What stays' }),
  depends: msg({ id: 'forget.depends', message: 'What rests on it' }),
  later: msg({ id: 'forget.later', message: 'From now on' }),
  conclusions: msg({
    id: 'forget.conclusions',
    message: 'What we concluded from it alone goes too. The answer says how much.',
  }),
  ledger: msg({ id: 'forget.ledger', message: 'What you got from it is no longer counted.' }),
  nothingRests: msg({ id: 'forget.nothing_rests', message: 'No optional use that is on needs it.' }),
  collected: msg({
    id: 'forget.collected',
    message: 'New records are still held. To stop that, turn off what they are for.',
  }),
};

export const askForget = (category: string) =>
  msg({ id: 'forget.ask', message: `Forget all we hold as “${category}”?` });

/** Names the button: there is one for each kind of data. */
export const forgetNamed = (category: string) => msg({ id: 'forget.named', message: `Forget all of it: ${category}` });

export const goes = (records: string, count: number, backups: string) =>
  msg({
    id: 'forget.goes',
    message: plural(count, {
      one: `${records} record goes from here now, and from backups by ${backups}.`,
      other: `${records} records go from here now, and from backups by ${backups}.`,
    }),
  });

/** What law or contract keep of one kind: how many, and the uses they are kept for. */
export const staysFor = (records: string, items: string, uses: string) =>
  msg({
    id: 'forget.stays_for',
    message: `We keep ${records} (${items}), only for: ${uses}. They serve nothing else.`,
  });

export const howLong = (retention: string) => msg({ id: 'forget.how_long', message: `How long: ${retention}` });

/** A kind of data that everything is told of by name. */
export const ofKind = (category: string, text: string) =>
  msg({ id: 'forget.of_kind', message: `${category}: ${text}` });

export const usesLose = (uses: string) =>
  msg({ id: 'forget.uses_lose', message: `Until there is new data, these have nothing to work with: ${uses}.` });

/** The two steps of what is gone. */
export const goneNow = (records: string, count: number, backups: string) =>
  count === 0
    ? msg({ id: 'forget.gone_none', message: 'All of these records had to stay.' })
    : msg({
        id: 'forget.gone_now',
        message: plural(count, {
          one: `${records} record is gone from here now. Gone from backups by ${backups}.`,
          other: `${records} records are gone from here now. Gone from backups by ${backups}.`,
        }),
      });

export const goneConclusions = (count: number) =>
  msg({
    id: 'forget.gone_conclusions',
    message: plural(count, {
      one: '# conclusion rested on it alone. It is gone too.',
      other: '# conclusions rested on it alone. They are gone too.',
    }),
  });
