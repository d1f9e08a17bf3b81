import type { Voice } from '#i18n/voice.ts';
import { changedElsewhere, offHereSince, statusStrings, writeInstead } from './status.strings.ts';

/** A choice as far as its line goes. */
export interface ToldChoice {
  readonly status:
    | 'saved'
    | 'saving'
    | 'retrying'
    | 'waiting_offline'
    | 'unconfirmed'
    | 'changed_elsewhere'
    | 'needs_sign_in'
    | 'refused';
  /** What is confirmed of it; null = not known. */
  readonly stored: {
    readonly effective: string;
    readonly why: string;
    readonly since: string | null;
    readonly decided: { readonly at: string; readonly by: string } | null;
    readonly seq: number;
  } | null;
  readonly wanted: string | null;
  readonly withdrawal: boolean;
  readonly reason: string | null;
  readonly notYet: boolean;
  readonly anotherWay: boolean;
  readonly here: string | null;
  readonly receipt: { readonly seq: number } | null;
}

/** What stands beside a control after a press: the words, and the ways forward that there are. */
export interface Status {
  readonly tone: 'wait' | 'kept' | 'heed';
  readonly text: string;
  /** The entry whose receipt can be opened. */
  readonly receipt: number | null;
  /** A question to be answered: turn on after all, or keep it off. */
  readonly asks: boolean;
  readonly signIn: boolean;
  /** Offer to try at once. */
  readonly tryNow: boolean;
  /** Offer to put the line away. */
  readonly dismiss: boolean;
}

const calm = { receipt: null, asks: false, signIn: false, tryNow: false, dismiss: false };

/** What the words depend on beside the choice itself. */
export interface StatusFacts {
  readonly voice: Voice;
  /** Without versions `unknown`: nobody can promise more than that a read showed it. */
  readonly durability: 'durable' | 'browser' | 'none' | 'unknown';
  readonly receipts: boolean;
  /** Where to write when saving does not work. */
  readonly email: string;
}

type Words = Parameters<Voice['say']>[0];

const heed = (text: string, more: Partial<Status> = {}): Status => ({ ...calm, tone: 'heed', text, ...more });
const wait = (text: string): Status => ({ ...calm, tone: 'wait', text });

/** The words of each status. Where a withdrawal and a grant differ, so does what holds in the meantime. */
const tellers: Readonly<Record<ToldChoice['status'], (facts: StatusFacts, view: ToldChoice) => Status | null>> = {
  saved: (facts, view) => view.receipt && saved(facts, view.receipt.seq),
  saving: (facts, view) => {
    const { say } = facts.voice;
    if (view.notYet) return tellers.retrying(facts, view);
    return wait(say(view.withdrawal ? statusStrings.savingOff : statusStrings.saving));
  },
  retrying: (facts, view) =>
    heed(withContact(facts, view, view.withdrawal ? statusStrings.retryingOff : statusStrings.retrying), {
      tryNow: true,
    }),
  waiting_offline: ({ voice: { say } }, view) =>
    heed(say(view.withdrawal ? statusStrings.offlineOff : statusStrings.offline)),
  unconfirmed: (facts, view) =>
    view.wanted === null || view.reason === 'sent'
      ? wait(facts.voice.say(statusStrings[view.wanted === null ? 'checking' : 'sent']))
      : heed(withContact(facts, view, view.withdrawal ? statusStrings.unconfirmedOff : statusStrings.unconfirmed), {
          tryNow: true,
        }),
  changed_elsewhere: ({ voice }, view) => heed(changed(voice, view), { asks: true }),
  needs_sign_in: ({ voice: { say, moment } }, { withdrawal, here }) => {
    const off = here === null ? statusStrings.signInOff : offHereSince(moment(here));
    return heed(say(withdrawal ? off : statusStrings.signIn), { signIn: true });
  },
  refused: (facts, view) => heed(withContact(facts, { ...view, anotherWay: true }, refusal(view)), { dismiss: true }),
};

/** The save status of one choice in words; null where nothing was pressed here. */
export const statusOf = (facts: StatusFacts, view: ToldChoice): Status | null => tellers[view.status](facts, view);

const saved = ({ voice, durability, receipts }: StatusFacts, seq: number): Status => ({
  ...calm,
  tone: 'kept',
  text: voice.say(statusStrings[durability]),
  receipt: receipts && durability !== 'none' ? seq : null,
});

const refusal = (view: ToldChoice): Words => {
  if (view.reason === 'expired') return statusStrings.expired;
  return view.withdrawal ? statusStrings.refusedOff : statusStrings.refused;
};

const withContact = ({ voice, email }: StatusFacts, view: ToldChoice, words: Words): string =>
  view.anotherWay ? `${voice.say(words)} ${voice.say(writeInstead(email))}` : voice.say(words);

/** R9: what it is now, by whom and when, and what the customer was about to do. */
function changed({ say, moment }: Voice, { reason, stored }: ToldChoice): string {
  const at = stored?.decided?.at ?? stored?.since;
  if (reason === 'notice_changed' || !stored || !at) return say(statusStrings.noticeChanged);
  if (stored.decided?.by === 'gpc' || stored.why === 'signal') return say(changedElsewhere.signal(moment(at)));
  return say(changedElsewhere[stored.effective === 'off' ? 'off' : 'on'](moment(at)));
}
