import { msg, plural } from '@lingui/core/macro';

/** The page on which a customer tells about themselves. */
export const yourselfStrings = {
  title: msg({ id: 'yourself.title', message: 'Tell us what fits you' }),
  skip: msg({ id: 'yourself.skip', message: 'To skip a question, do nothing: nothing changes then.' }),
  none: msg({
    id: 'yourself.none',
    message: 'We have no questions for you now. When we have one, it stands here.',
  }),
  why: msg({ id: 'yourself.why', message: 'Why we ask' }),
  changes: msg({ id: 'yourself.changes', message: 'What changes' }),
  usedFor: msg({ id: 'yourself.used_for', message: 'Used for' }),
  keptNotUsed: msg({ id: 'yourself.kept_not_used', message: 'Kept, not used: this use is off.' }),
  off: msg({ id: 'yourself.off', message: 'Off. We would keep your answer and not use it.' }),
  save: msg({ id: 'yourself.save', message: 'Save answer' }),
  takeBack: msg({ id: 'yourself.take_back', message: 'Take it back' }),
  taken: msg({ id: 'yourself.taken', message: 'Taken back' }),
  empty: msg({ id: 'yourself.empty', message: 'Give an answer first. To skip this, do nothing.' }),
  yours: msg({ id: 'yourself.yours', message: 'Your answer' }),
  several: msg({ id: 'yourself.several', message: 'Choose as many as fit.' }),
  chooseSize: msg({ id: 'yourself.choose_size', message: 'Choose a size' }),
};

export const progress = (answered: number, all: number) =>
  msg({
    id: 'yourself.progress',
    message: plural(all, {
      one: `You have answered <b>${answered} of # question</b>.`,
      other: `You have answered <b>${answered} of # questions</b>.`,
    }),
  });

export const allAnswered = (all: number) =>
  msg({
    id: 'yourself.all_answered',
    message: plural(all, {
      one: 'You have answered <b>the one question</b> that we have. You can change it or take it back at any time.',
      other: 'You have answered <b>all # questions</b>. You can change each answer or take it back at any time.',
    }),
  });

/** Since when an answer is stored, and how long. */
export const givenOn = (date: string, until: string) =>
  msg({ id: 'yourself.given', message: `You gave it on ${date}. Until ${until}, then we delete it.` });

/** How long the text is, of how much fits. */
export const lengthOf = (length: string, most: string) =>
  msg({ id: 'yourself.length', message: `${length} of ${most} characters` });

/** A place on a scale. */
export const placeOf = (place: string, most: string) => msg({ id: 'yourself.place', message: `${place} of ${most}` });
