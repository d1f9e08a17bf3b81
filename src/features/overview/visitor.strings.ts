import { msg, plural } from '@lingui/core/macro';

/** The page for somebody who is not signed in: what is collected, and what can be turned off in this browser. */
export const visitorStrings = {
  title: msg({ id: 'visitor.title', message: 'What we collect, and why' }),
  notSignedIn: msg({
    id: 'visitor.not_signed_in',
    message: 'You are not signed in. Sign in to see what we hold about you, and to choose for your account.',
  }),
  signIn: msg({ id: 'visitor.sign_in', message: 'Sign in' }),
  again: msg({ id: 'visitor.again', message: 'I have signed in' }),
  here: msg({ id: 'visitor.here', message: 'Without signing in' }),
  canTurnOff: msg({ id: 'visitor.can_turn_off', message: 'You can turn things off in this browser, at once.' }),
  backOn: msg({
    id: 'visitor.back_on',
    message: 'What you turn off stays off in this browser until you sign in. Then it is off in your account, too.',
  }),
  noticeOnly: msg({
    id: 'visitor.notice_only',
    message: 'To turn something off, sign in first.',
  }),
  inPage: msg({
    id: 'visitor.in_page',
    message: 'Your browser keeps no cookies. What you turn off holds until you close this page.',
  }),
  keptForYou: msg({
    id: 'visitor.kept_for_you',
    message: 'Your session had ended when you turned something off. It is saved to your account when you sign in.',
  }),
  collect: msg({ id: 'visitor.collect', message: 'We collect' }),
  turnOff: msg({ id: 'visitor.turn_off', message: 'Turn off' }),
  offHere: msg({ id: 'visitor.off_here', message: '<b>Off</b> in this browser' }),
  on: msg({ id: 'visitor.on', message: '<b>On</b>' }),
  off: msg({ id: 'visitor.off', message: '<b>Off</b>' }),
  signInForOn: msg({ id: 'visitor.sign_in_for_on', message: 'Sign in to turn this on.' }),
  savedHere: msg({ id: 'visitor.saved', message: 'Saved for this browser' }),
  savedInPage: msg({ id: 'visitor.saved_in_page', message: 'Holds until you close this page' }),
  cannotSave: msg({ id: 'visitor.cannot_save', message: 'It is off on this page, but we could not save it.' }),
  allOff: msg({ id: 'visitor.all_off', message: 'All that you can turn off here is off.' }),
  noneOn: msg({ id: 'visitor.none_on', message: 'No optional use is on before you choose.' }),
  youChoose: msg({ id: 'visitor.you_choose', message: 'You choose' }),
  uses: msg({ id: 'visitor.uses', message: 'Each use' }),
  choices: msg({ id: 'visitor.choices', message: 'In this browser' }),
  about: msg({ id: 'visitor.about', message: 'Who is answerable' }),
  brand: msg({ id: 'visitor.brand', message: 'Who we are' }),
  write: msg({ id: 'visitor.write', message: 'Write to us' }),
  officer: msg({ id: 'visitor.officer', message: 'Data protection' }),
  authority: msg({ id: 'visitor.authority', message: 'Complain to' }),
};

/** Since when something is off here. */
export const standsOffSince = (moment: string) =>
  msg({ id: 'visitor.off_since', message: `<b>Off</b> in this browser since ${moment}` });

/** How many optional uses run before anybody has chosen. */
export const onUnasked = (count: number) =>
  msg({
    id: 'visitor.on_unasked',
    message: plural(count, {
      one: '<b># optional use</b> is on until you turn it off.',
      other: '<b># optional uses</b> are on until you turn them off.',
    }),
  });

export const turnAllOffHere = (count: number) =>
  msg({
    id: 'visitor.turn_all_off',
    message: plural(count, { one: 'Turn it off in this browser', other: 'Turn off all # in this browser' }),
  });

/** What the button of a use or a category turns off, for those who hear it without what stands around it. */
export const ofWhat = (name: string) => msg({ id: 'visitor.of_what', message: `: ${name}` });

export const onOfHere = (on: number, of: number) =>
  msg({ id: 'visitor.on_of', message: `<b>On</b> · ${on} of ${of} uses` });

/** Who gets it where it is not known what stands: of all uses together. */
export const othersOfAll = (count: number) =>
  msg({
    id: 'visitor.others_of_all',
    message: plural(count, {
      one: '<b># other</b> gets it for one of these uses or more.',
      other: '<b># others</b> get it for one of these uses or more.',
    }),
  });
