import type { Capabilities } from '#contract/capabilities.ts';
import type { Voice } from '#i18n/voice.ts';
import type { ChoiceView } from '#intents/choice-view.ts';
import { changedElsewhere, statusStrings, writeInstead } from './status.strings.ts';

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
  readonly durability: Capabilities['durability'];
  readonly receipts: boolean;
  /** Where to write when saving does not work. */
  readonly email: string;
}

/** The save status of one choice in words; null where nothing was pressed here. */
export function statusOf(facts: StatusFacts, view: ChoiceView): Status | null {
  const { say } = facts.voice;
  const off = view.withdrawal;
  const heed = (text: string, more: Partial<Status> = {}): Status => ({ ...calm, tone: 'heed', text, ...more });
  switch (view.status) {
    case 'saved':
      return view.receipt && saved(facts, view.receipt.seq);
    case 'saving':
      return view.notYet
        ? heed(say(off ? statusStrings.retryingOff : statusStrings.retrying), { tryNow: true })
        : { ...calm, tone: 'wait', text: say(off ? statusStrings.savingOff : statusStrings.saving) };
    case 'retrying':
      return heed(withContact(facts, view, off ? statusStrings.retryingOff : statusStrings.retrying), { tryNow: true });
    case 'waiting_offline':
      return heed(say(off ? statusStrings.offlineOff : statusStrings.offline));
    case 'unconfirmed':
      if (view.wanted === null) return { ...calm, tone: 'wait', text: say(statusStrings.checking) };
      return heed(withContact(facts, view, off ? statusStrings.unconfirmedOff : statusStrings.unconfirmed), {
        tryNow: true,
      });
    case 'changed_elsewhere':
      return heed(changed(facts.voice, view), { asks: true });
    case 'needs_sign_in':
      return heed(say(off ? statusStrings.signInOff : statusStrings.signIn), { signIn: true });
    case 'refused':
      return heed(withContact(facts, { ...view, anotherWay: true }, refusal(view)), { dismiss: true });
  }
}

const saved = ({ voice, durability, receipts }: StatusFacts, seq: number): Status => ({
  ...calm,
  tone: 'kept',
  text: voice.say(statusStrings[durability]),
  receipt: receipts ? seq : null,
});

type Words = Parameters<Voice['say']>[0];

const refusal = (view: ChoiceView): Words => {
  if (view.reason === 'expired') return statusStrings.expired;
  return view.withdrawal ? statusStrings.refusedOff : statusStrings.refused;
};

const withContact = ({ voice, email }: StatusFacts, view: ChoiceView, words: Words): string =>
  view.anotherWay ? `${voice.say(words)} ${voice.say(writeInstead(email))}` : voice.say(words);

/** R9: what it is now, by whom and when, and what the customer was about to do. */
function changed({ say, moment }: Voice, { reason, stored }: ChoiceView): string {
  const at = stored?.decided?.at ?? stored?.since;
  if (reason === 'notice_changed' || !stored || !at) return say(statusStrings.noticeChanged);
  if (stored.decided?.by === 'gpc' || stored.why === 'signal') return say(changedElsewhere.signal(moment(at)));
  return say(changedElsewhere[stored.effective === 'off' ? 'off' : 'on'](moment(at)));
}
