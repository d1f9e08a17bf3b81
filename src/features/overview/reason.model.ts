import type { ChoiceState, Why } from '#contract/choices.ts';
import type { Use } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { reasonsOff, reasonsOn } from './choice.strings.ts';

type Words = Parameters<Voice['say']>[0];
type Facts = { readonly use: Use; readonly day: string; readonly until: string | null };

/** Nobody has chosen: a use by consent is never on then. The other reasons only ever turn a use off. */
const byItself = ({ use }: Facts): Words => (use.basis === 'opt_out' ? reasonsOn.optOut : reasonsOn.objection);

const on: Readonly<Record<Why, (facts: Facts) => Words>> = {
  customer: ({ day, until }) => (until === null ? reasonsOn.yours(day) : reasonsOn.yoursUntil(day, until)),
  agent: ({ day }) => reasonsOn.agent(day),
  guardian: ({ day }) => reasonsOn.guardian(day),
  device: ({ day }) => reasonsOn.yours(day),
  default: byItself,
  gpc: byItself,
  signal: byItself,
  expired: byItself,
  notice_changed: byItself,
};

const off: Readonly<Record<Why, (facts: Facts) => Words>> = {
  customer: ({ day }) => reasonsOff.yours(day),
  agent: ({ day }) => reasonsOff.agent(day),
  guardian: ({ day }) => reasonsOff.guardian(day),
  device: ({ day }) => reasonsOff.device(day),
  gpc: ({ day }) => reasonsOff.signalOn(day),
  signal: () => reasonsOff.signal,
  expired: ({ day }) => reasonsOff.expired(day),
  notice_changed: ({ day }) => reasonsOff.notice(day),
  default: () => reasonsOff.noYes,
};

/** "Why is this on?" or "Why is this off?", answered from the record. */
export function reasonOf({ say, date }: Voice, use: Use, state: ChoiceState | undefined): string {
  if (!state) return '';
  const { effective, why, since, decided } = state;
  // Of the change, else of the decision; the record has a day wherever a reason names one.
  const at = since ?? decided?.at;
  const facts = { use, day: at ? date(at) : '', until: decided?.until ? date(decided.until) : null };
  return say((effective === 'off' ? off : on)[why](facts));
}
