import { msg, plural } from '@lingui/core/macro';

/** The page of conclusions. */
export const concludedStrings = {
  title: msg({ id: 'concluded.title', message: 'What we concluded about you' }),
  none: msg({
    id: 'concluded.none',
    message: 'We conclude nothing about you. When we do, it appears here with its reasons.',
  }),
  toTogether: msg({ id: 'concluded.to_together', message: 'See what all of it says together' }),
  list: msg({ id: 'concluded.list', message: 'Our conclusions' }),
  failed: msg({ id: 'concluded.failed', message: 'We cannot show right now what we concluded about you.' }),
  again: msg({ id: 'concluded.again', message: 'Try again' }),
  saw: msg({ id: 'concluded.saw', message: 'We saw' }),
  sawNothing: msg({
    id: 'concluded.saw_nothing',
    message: 'Nothing that is still here. What it rested on is gone.',
  }),
  usedTo: msg({ id: 'concluded.used_to', message: 'And used it to' }),
  nowUsedFor: msg({ id: 'concluded.use_it_for', message: 'And use it for' }),
  nothing: msg({ id: 'concluded.nothing', message: 'Nothing' }),
  noUse: msg({ id: 'concluded.no_use', message: 'You said that it is wrong.' }),
  notYet: msg({ id: 'concluded.not_yet', message: 'Not yet.' }),
  eachTime: msg({ id: 'concluded.each_time', message: 'See each time' }),
  off: msg({ id: 'concluded.off', message: 'Off now.' }),
};

/** What comes before the conclusion, by how sure we are. */
export const confidenceStrings = {
  guess: msg({ id: 'concluded.guess', message: 'So we guessed' }),
  fairly_sure: msg({ id: 'concluded.fairly_sure', message: 'So we concluded, fairly sure' }),
  sure: msg({ id: 'concluded.sure', message: 'So we concluded, with little doubt' }),
  told: msg({ id: 'concluded.told', message: 'So we concluded, and you agree' }),
};

/** What a customer can say of a conclusion: four answers, none before the others. */
export const judgementStrings = {
  right: msg({ id: 'concluded.right', message: 'That’s right' }),
  wrong: msg({ id: 'concluded.wrong', message: 'That’s wrong' }),
  remove: msg({ id: 'concluded.remove', message: 'Remove it' }),
  never: msg({ id: 'concluded.never', message: 'Never conclude this' }),
};

/** What became of a conclusion that is not there any more. */
export const goneStrings = {
  remove: msg({ id: 'concluded.gone_removed', message: 'You removed this. We use it for nothing.' }),
  never: msg({
    id: 'concluded.gone_never',
    message: 'We never conclude this again. It stands below, under “Never conclude”.',
  }),
  other: msg({
    id: 'concluded.gone',
    message: 'This is gone. It was removed elsewhere, it ended, or what it rested on was forgotten.',
  }),
};

/** What may never be concluded. */
export const forbiddenStrings = {
  title: msg({ id: 'concluded.never_title', message: 'Never conclude' }),
  text: msg({ id: 'concluded.never_text', message: 'You forbade this. We keep the words below only to obey you.' }),
  allow: msg({ id: 'concluded.allow', message: 'Allow it again' }),
  allowed: msg({
    id: 'concluded.allowed',
    message: 'You allow this again. If we conclude it, it stands above with its reasons.',
  }),
};

/** How many conclusions there are, and how old. */
export const countOf = (count: number, newest: string, oldest: string) =>
  msg({
    id: 'concluded.count',
    message: plural(count, {
      one: `We hold <b># conclusion</b> about you, of ${newest}.`,
      other: `We hold <b># conclusions</b> about you. The newest is of ${newest}, the oldest of ${oldest}.`,
    }),
  });

/** Records of one kind: "The things you bought: 21". */
export const seenOf = (item: string, count: string) =>
  msg({ id: 'concluded.seen', message: `${item}: <b>${count}</b>` });

export const seenFrom = (from: string, to: string) =>
  from === to
    ? msg({ id: 'concluded.seen_on', message: `On ${to}.` })
    : msg({ id: 'concluded.seen_from', message: `From ${from} to ${to}.` });

export const lapsesOn = (date: string, lapses: string) =>
  msg({ id: 'concluded.lapses', message: `On ${date}. It lapses on ${lapses}.` });

export const saidRight = (date: string) =>
  msg({ id: 'concluded.said_right', message: `You said this is right on ${date}.` });

export const saidWrong = (date: string) =>
  msg({ id: 'concluded.said_wrong', message: `You said this is wrong on ${date}. We use it for nothing.` });

export const usedTimes = (count: number, last: string) =>
  msg({
    id: 'concluded.times',
    message: plural(count, { one: `<b>Once</b>, on ${last}.`, other: `<b># times</b>, last on ${last}.` }),
  });

export const offSince = (date: string) => msg({ id: 'concluded.off_since', message: `Off since ${date}.` });

export const forbiddenOn = (date: string) =>
  msg({ id: 'concluded.forbidden_on', message: `You forbade it on ${date}.` });
