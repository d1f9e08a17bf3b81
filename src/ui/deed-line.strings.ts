import { msg } from '@lingui/core/macro';

/** What became of something that a customer had done beside choosing, in words, with the way forward. */
export const deedStrings = {
  saving: msg({ id: 'deed.saving', message: 'Saving…' }),
  durable: msg({ id: 'deed.saved', message: 'Saved' }),
  browser: msg({ id: 'deed.saved_browser', message: 'Saved in this browser only' }),
  none: msg({ id: 'deed.preview', message: 'Preview: not saved' }),
  unknown: msg({ id: 'deed.confirmed', message: 'Confirmed' }),
  notYet: msg({ id: 'deed.not_yet', message: 'Not saved yet. We are trying again.' }),
  offline: msg({
    id: 'deed.offline',
    message: 'You are offline. Nothing is saved yet. We send it when you are back, within 24 hours.',
  }),
  unconfirmed: msg({
    id: 'deed.unconfirmed',
    message: 'We have no answer yet that this is saved. We are trying again.',
  }),
  signIn: msg({
    id: 'deed.sign_in',
    message: 'Your session ended, and this is not saved. Sign in, and we send it then.',
  }),
  expired: msg({
    id: 'deed.expired',
    message: 'This was not saved within 24 hours. It is too old to send now. Do you still want it?',
  }),
  doAgain: msg({ id: 'deed.again', message: 'Save it now' }),
  leave: msg({ id: 'deed.leave', message: 'Leave it' }),
  tryNow: msg({ id: 'deed.try_now', message: 'Try now' }),
  callBack: msg({ id: 'deed.call_back', message: 'Do not send it' }),
  close: msg({ id: 'deed.close', message: 'Close' }),
  doSignIn: msg({ id: 'deed.do_sign_in', message: 'Sign in' }),
};

/** The same where something is to be forgotten: until it is done, nothing is gone. */
export const forgetStrings = {
  ...deedStrings,
  saving: msg({ id: 'deed.forgetting', message: 'Forgetting…' }),
  durable: msg({ id: 'deed.forgotten', message: 'Gone from here' }),
  browser: msg({ id: 'deed.forgotten_browser', message: 'Gone from this browser' }),
  none: msg({ id: 'deed.forgotten_preview', message: 'Preview: nothing is gone' }),
  unknown: msg({ id: 'deed.forgotten_confirmed', message: 'Confirmed' }),
  notYet: msg({ id: 'deed.forget_not_yet', message: 'Not gone yet. We are trying again.' }),
  offline: msg({
    id: 'deed.forget_offline',
    message: 'You are offline. Nothing is gone yet. We do it when you are back, within 24 hours.',
  }),
  unconfirmed: msg({
    id: 'deed.forget_unconfirmed',
    message: 'We have no answer yet that this is gone. We are trying again.',
  }),
  signIn: msg({
    id: 'deed.forget_sign_in',
    message: 'Your session ended, and nothing is gone. Sign in, and we do it then.',
  }),
  expired: msg({
    id: 'deed.forget_expired',
    message: 'Nothing is gone yet, and you asked more than 24 hours ago. Do you still want it gone?',
  }),
  doAgain: msg({ id: 'deed.forget_again', message: 'Forget it now' }),
  leave: msg({ id: 'deed.forget_leave', message: 'Keep it' }),
};

/** Why it was not done, as the backend says it. */
export const refusalStrings = {
  malformed: msg({ id: 'deed.malformed', message: 'This does not fit here. Change it, then save it again.' }),
  not_found: msg({ id: 'deed.not_found', message: 'This is not here any more. Nothing was changed.' }),
  forbidden: msg({ id: 'deed.forbidden', message: 'We are not allowed to change this. Nothing was changed.' }),
  too_large: msg({ id: 'deed.too_large', message: 'This is too long. Make it shorter, then save it again.' }),
  other: msg({ id: 'deed.refused', message: 'This did not work. Nothing was changed.' }),
};

export const writeInstead = (email: string) => msg({ id: 'deed.write', message: `You can also write to ${email}.` });
