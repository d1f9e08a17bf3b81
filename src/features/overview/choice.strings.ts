import { msg, plural } from '@lingui/core/macro';

/** One use in the card: why it is on or off, what that means, and what turning it on takes. */
export const choiceStrings = {
  on: msg({ id: 'choice.on', message: 'On' }),
  off: msg({ id: 'choice.off', message: 'Off' }),
  alwaysOn: msg({ id: 'choice.always_on', message: 'Always on' }),
  youGet: msg({ id: 'choice.you_get', message: 'You get' }),
  ifOff: msg({ id: 'choice.if_off', message: 'If off' }),
  rule: msg({ id: 'choice.rule', message: 'Rule' }),
  who: msg({ id: 'choice.who', message: 'Who else' }),
  keptFor: msg({ id: 'choice.kept_for', message: 'How long' }),
  machine: msg({ id: 'choice.machine', message: 'By machine' }),
  whyOn: msg({ id: 'choice.why_on', message: 'Why on' }),
  whyOff: msg({ id: 'choice.why_off', message: 'Why off' }),
  nobody: msg({ id: 'choice.nobody', message: 'No one else gets it.' }),
  turnOn: msg({ id: 'choice.turn_on', message: 'Turn on' }),
  keepOff: msg({ id: 'choice.keep_off', message: 'Keep off' }),
  twoSteps: msg({
    id: 'choice.two_steps',
    message: 'You asked to turn this on. The law wants a second, separate yes. You can turn it off at any time.',
  }),
  words: msg({
    id: 'choice.words',
    message: 'To turn this on, say yes to these words. You can turn it off at any time.',
  }),
  signalAsks: msg({
    id: 'choice.signal_asks',
    message: 'Your browser asks sites not to sell or share your data. This use does. Turn it on all the same?',
  }),
};

export const askOn = (use: string) => msg({ id: 'choice.ask_on', message: `Turn on “${use}”?` });

/** Why a choice is on. */
export const reasonsOn = {
  yours: (date: string) => msg({ id: 'choice.on_yours', message: `You chose this on ${date}.` }),
  yoursUntil: (date: string, until: string) =>
    msg({ id: 'choice.on_until', message: `You chose this on ${date}. It ends on ${until}.` }),
  agent: (date: string) => msg({ id: 'choice.on_agent', message: `Your agent chose this on ${date}.` }),
  guardian: (date: string) => msg({ id: 'choice.on_guardian', message: `Your guardian chose this on ${date}.` }),
  objection: msg({ id: 'choice.on_objection', message: 'On unless you object. You have not objected.' }),
  optOut: msg({ id: 'choice.on_opt_out', message: 'On by default. You have not chosen.' }),
};

/** Why a choice is off. */
export const reasonsOff = {
  yours: (date: string) => msg({ id: 'choice.off_yours', message: `You chose this on ${date}.` }),
  agent: (date: string) => msg({ id: 'choice.off_agent', message: `Your agent chose this on ${date}.` }),
  guardian: (date: string) => msg({ id: 'choice.off_guardian', message: `Your guardian chose this on ${date}.` }),
  device: (date: string) =>
    msg({ id: 'choice.off_device', message: `You turned this off on ${date}, in a browser before you signed in.` }),
  signalOn: (date: string) => msg({ id: 'choice.off_signal_on', message: `Your browser asked for it on ${date}.` }),
  signal: msg({ id: 'choice.off_signal', message: 'Your browser asks for it.' }),
  expired: (date: string) => msg({ id: 'choice.off_expired', message: `Your yes ended on ${date}.` }),
  notice: (date: string) =>
    msg({
      id: 'choice.off_notice',
      message: `The notice changed on ${date}, and your yes was to the old one. It is yours to give again.`,
    }),
  noYes: msg({ id: 'choice.off_no_yes', message: 'Off until you turn it on.' }),
};

/** What those who get the data are to the customer: "Parcelly and Heftway work for us." */
export const recipientRoles = {
  works_for_us: (who: string, count: number) =>
    msg({
      id: 'choice.works_for_us',
      message: plural(count, { one: `${who} works for us.`, other: `${who} work for us.` }),
    }),
  for_itself: (who: string, count: number) =>
    msg({
      id: 'choice.for_itself',
      message: plural(count, { one: `${who} gets it for itself.`, other: `${who} get it for themselves.` }),
    }),
  pays_for_it: (who: string, count: number) =>
    msg({
      id: 'choice.pays_for_it',
      message: plural(count, { one: `${who} pays for it.`, other: `${who} pay for it.` }),
    }),
};
