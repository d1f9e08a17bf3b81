import { msg } from '@lingui/core/macro';

/** "Did you expect this?", under each card. */
export const expectationStrings = {
  asked: msg({ id: 'expectation.asked', message: 'Did you expect this?' }),
  expected: msg({ id: 'expectation.expected', message: 'I expected this' }),
  surprised: msg({ id: 'expectation.surprised', message: 'I’m surprised' }),
  notOk: msg({ id: 'expectation.not_ok', message: 'Not OK' }),
  whoSees: msg({
    id: 'expectation.who_sees',
    message: 'We learn only how many said so, rounded, after the week is over. Nobody can tell who.',
  }),
  why: msg({ id: 'expectation.why', message: 'Why? You can leave this empty.' }),
  whyNote: msg({
    id: 'expectation.why_note',
    message:
      'Leave out your name. We read your words after the week, if 20 people or more answered here. If not, we delete them.',
  }),
  send: msg({ id: 'expectation.send', message: 'Save your words' }),
};

/** Until when an answer can be changed. */
export const changeableUntil = (moment: string) =>
  msg({ id: 'expectation.until', message: `You can change your answer until ${moment}.` });
