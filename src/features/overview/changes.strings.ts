import { msg } from '@lingui/core/macro';

/** What a newer notice says otherwise than the one before. */
export const changesStrings = {
  loading: msg({ id: 'changes.loading', message: 'Looking up what changed…' }),
  failed: msg({ id: 'changes.failed', message: 'We cannot show what changed right now.' }),
  again: msg({ id: 'changes.again', message: 'Try again' }),
  also: msg({ id: 'changes.also', message: 'Also changed' }),
  nothing: msg({ id: 'changes.nothing', message: 'Both notices say the same.' }),
  newUse: msg({ id: 'changes.new_use', message: 'This is new.' }),
  endedUse: msg({ id: 'changes.ended_use', message: 'This is no longer done.' }),
  newKind: msg({ id: 'changes.new_kind', message: 'We collect this now.' }),
  endedKind: msg({ id: 'changes.ended_kind', message: 'We no longer collect this.' }),
  purpose: msg({ id: 'changes.purpose', message: 'It is used for another purpose.' }),
  machine: msg({ id: 'changes.machine', message: 'A machine now decides, not a person.' }),
  noMachine: msg({ id: 'changes.no_machine', message: 'A machine no longer decides alone.' }),
  whenOff: msg({ id: 'changes.when_off', message: 'What happens when it is off has changed.' }),
  noEnd: msg({ id: 'changes.no_end', message: 'Your yes no longer ends by itself.' }),
  signalOn: msg({ id: 'changes.signal_on', message: "Your browser's wish not to be sold now turns it off." }),
  signalOff: msg({ id: 'changes.signal_off', message: "Your browser's wish not to be sold no longer turns it off." }),
  grant: msg({ id: 'changes.grant', message: 'How you say yes has changed.' }),
  marked: msg({ id: 'changes.marked', message: 'We ask you again, because the change matters.' }),
  source: msg({ id: 'changes.source', message: 'Where it comes from has changed.' }),
  passive: msg({ id: 'changes.passive', message: 'How it is noted has changed.' }),
  sensitive: msg({ id: 'changes.sensitive', message: 'How the law guards it has changed.' }),
  words: msg({ id: 'changes.words', message: 'Some words have changed.' }),
};

/** Something came or went. */
export const changed = {
  item: {
    widened: (name: string) => msg({ id: 'changes.item_more', message: `Now also uses: ${name}.` }),
    narrowed: (name: string) => msg({ id: 'changes.item_less', message: `No longer uses: ${name}.` }),
  },
  recipient: {
    widened: (name: string) => msg({ id: 'changes.recipient_more', message: `Now also shared with ${name}.` }),
    narrowed: (name: string) => msg({ id: 'changes.recipient_less', message: `No longer shared with ${name}.` }),
  },
  for_itself: {
    widened: (name: string) => msg({ id: 'changes.itself_more', message: `${name} now gets it for itself.` }),
    narrowed: (name: string) => msg({ id: 'changes.itself_less', message: `${name} no longer gets it for itself.` }),
  },
  country: {
    widened: (name: string) => msg({ id: 'changes.country_more', message: `It now also goes to: ${name}.` }),
    narrowed: (name: string) => msg({ id: 'changes.country_less', message: `It no longer goes to: ${name}.` }),
  },
};

export const keptInstead = (after: string, before: string) =>
  msg({ id: 'changes.kept', message: `Kept ${after} instead of ${before}.` });

export const lastsNow = (after: string) => msg({ id: 'changes.lasts', message: `Your yes now ends after ${after}.` });

export const ruleInstead = (after: string, before: string) =>
  msg({ id: 'changes.rule', message: `The rule is now ${after}. It was ${before}.` });

/** What a use may run on, within a sentence. */
export const ruleNames = {
  consent: msg({ id: 'changes.by_consent', message: 'your yes' }),
  explicit_consent: msg({ id: 'changes.by_explicit', message: 'your yes in words' }),
  legitimate_interest: msg({ id: 'changes.by_interest', message: 'our interest, unless you object' }),
  opt_out: msg({ id: 'changes.by_opt_out', message: 'on, unless you turn it off' }),
  contract: msg({ id: 'changes.by_contract', message: 'our deal with you' }),
  legal_obligation: msg({ id: 'changes.by_law', message: 'the law' }),
  vital_interests: msg({ id: 'changes.by_life', message: 'to save a life' }),
  public_task: msg({ id: 'changes.by_task', message: 'a public task' }),
};

/** Parts of the notice beside its kinds of data. */
export const generalParts = {
  controller: msg({ id: 'changes.controller', message: 'Who we are and how to reach us' }),
  rights: msg({ id: 'changes.rights', message: 'Your rights' }),
  recipients: msg({ id: 'changes.recipients', message: 'What is said of those who get data' }),
  intro: msg({ id: 'changes.intro', message: 'The first words' }),
  sources: msg({ id: 'changes.sources', message: 'What is said of where data comes from' }),
};
