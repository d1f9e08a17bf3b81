import { msg, plural } from '@lingui/core/macro';

/** What became of a press, in words, with the way forward. */
export const statusStrings = {
  saving: msg({ id: 'status.saving', message: 'Saving…' }),
  savingOff: msg({ id: 'status.saving_off', message: 'Off here already. Saving…' }),
  durable: msg({ id: 'status.saved', message: 'Saved' }),
  browser: msg({ id: 'status.saved_browser', message: 'Saved in this browser only' }),
  none: msg({ id: 'status.preview', message: 'Preview: not saved' }),
  sent: msg({ id: 'status.sent', message: 'Sent. Not confirmed yet.' }),
  unknown: msg({ id: 'status.confirmed', message: 'Confirmed' }),
  receipt: msg({ id: 'status.receipt', message: 'receipt' }),
  retrying: msg({ id: 'status.retrying', message: 'Not saved yet. We are trying again.' }),
  retryingOff: msg({ id: 'status.retrying_off', message: 'Off here already, but not saved yet. We are trying again.' }),
  offline: msg({ id: 'status.offline', message: 'You are offline. It stays off until we can save it.' }),
  offlineOff: msg({
    id: 'status.offline_off',
    message: 'You are offline. It is off here, and we save it when you are back.',
  }),
  unconfirmed: msg({ id: 'status.unconfirmed', message: 'We could not confirm this. It counts as off until we do.' }),
  unconfirmedOff: msg({
    id: 'status.unconfirmed_off',
    message: 'We could not confirm this. Your choice is off in this browser until we do.',
  }),
  checking: msg({ id: 'status.checking', message: 'Checking what is saved…' }),
  signIn: msg({ id: 'status.sign_in', message: 'Your session ended. It stays off. Sign in to turn it on.' }),
  signInOff: msg({
    id: 'status.sign_in_off',
    message: 'Your session ended. It is off in this browser. Sign in, and we save it for you.',
  }),
  doSignIn: msg({ id: 'status.do_sign_in', message: 'Sign in' }),
  noticeChanged: msg({
    id: 'status.notice_changed',
    message: 'The notice changed while you were turning this on. It stays off.',
  }),
  expired: msg({
    id: 'status.expired',
    message: 'This waited a day to be saved and was dropped. It stays as it was.',
  }),
  refused: msg({ id: 'status.refused', message: 'We could not turn this on. It stays off.' }),
  refusedOff: msg({ id: 'status.refused_off', message: 'We could not save this. It is off in this browser only.' }),
  turnOn: msg({ id: 'status.turn_on', message: 'Turn on' }),
  keepOff: msg({ id: 'status.keep_off', message: 'Keep off' }),
  tryNow: msg({ id: 'status.try_now', message: 'Try now' }),
  close: msg({ id: 'status.close', message: 'Close this note' }),
};

/** R8: what is true of this browser, and what becomes of it for the account. */
export const offHereSince = (moment: string) =>
  msg({
    id: 'status.off_here',
    message: `Off in this browser since ${moment}. Saved to your account when you sign in.`,
  });

/** After five tries: who to write to. */
export const writeInstead = (email: string) => msg({ id: 'status.write', message: `You can also write to ${email}.` });

export const changedElsewhere = {
  off: (moment: string) =>
    msg({
      id: 'status.changed_off',
      message: `This changed on another device on ${moment}: now off. You were turning it on.`,
    }),
  on: (moment: string) =>
    msg({
      id: 'status.changed_on',
      message: `This changed on another device on ${moment}: now on. You were turning it on too.`,
    }),
  signal: (moment: string) =>
    msg({
      id: 'status.changed_signal',
      message: `Your browser asked for off on ${moment}. You were turning it on.`,
    }),
};

/** Which use a line is about, where it does not stand beside that use. */
export const aboutUse = (use: string, text: string) => msg({ id: 'status.about', message: `${use}: ${text}` });

export const aboutUses = (count: number, text: string) =>
  msg({ id: 'status.about_uses', message: plural(count, { one: `# use: ${text}`, other: `# uses: ${text}` }) });

export const questionsInside = (count: number) =>
  msg({
    id: 'status.questions',
    message: plural(count, {
      one: '# use here has a question for you.',
      other: '# uses here have a question for you.',
    }),
  });
