import type { ChoiceState } from '#contract/choices.ts';
import type { Use } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { reasonsOff, reasonsOn } from './choice.strings.ts';

/** "Why is this on?" or "Why is this off?", answered from the record. */
export function reasonOf({ say, date }: Voice, use: Use, state: ChoiceState | undefined): string {
  if (!state) return '';
  return say(state.effective === 'off' ? off(state, date) : on(use, state, date));
}

/** The day that a reason names: of the decision, else of the change. The record has one wherever a reason needs it. */
const dayOf = (state: ChoiceState): string => state.since ?? state.decided?.at ?? '';

function on(use: Use, state: ChoiceState, date: Voice['date']) {
  const until = state.decided?.until ?? null;
  switch (state.why) {
    case 'agent':
      return reasonsOn.agent(date(dayOf(state)));
    case 'guardian':
      return reasonsOn.guardian(date(dayOf(state)));
    case 'customer':
      return until === null
        ? reasonsOn.yours(date(dayOf(state)))
        : reasonsOn.yoursUntil(date(dayOf(state)), date(until));
    default:
      return use.basis === 'opt_out' ? reasonsOn.optOut : reasonsOn.objection;
  }
}

function off(state: ChoiceState, date: Voice['date']) {
  switch (state.why) {
    case 'customer':
      return reasonsOff.yours(date(dayOf(state)));
    case 'agent':
      return reasonsOff.agent(date(dayOf(state)));
    case 'guardian':
      return reasonsOff.guardian(date(dayOf(state)));
    case 'gpc':
      return reasonsOff.signalOn(date(dayOf(state)));
    case 'signal':
      return reasonsOff.signal;
    case 'expired':
      return reasonsOff.expired(date(dayOf(state)));
    case 'notice_changed':
      return reasonsOff.notice(date(dayOf(state)));
    case 'default':
      return reasonsOff.noYes;
  }
}
