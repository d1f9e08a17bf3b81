import type { ChoiceState } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Category, Notice, Use } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { Instant } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import { choiceStrings } from './choice.strings.ts';
import { reasonOf } from './reason.model.ts';
import { recipientsText } from './recipient.model.ts';
import type { Stored } from './stored.model.ts';
import { afterUseOff } from './use-off.model.ts';
import { isOptional } from '#rules/options.ts';

/** One use in the card: its facts, each with its term, in their order. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly optional: boolean;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
}

export function choiceOf(
  voice: Voice,
  notice: Notice,
  category: Category,
  use: Use,
  overview: CategoryOverview | undefined,
  stored: Stored,
  now: Instant,
): Choice {
  const { say } = voice;
  const optional = isOptional(use);
  const state = stored[use.id];
  const facts: { term: string; text: string }[] = [];
  const tell = (words: Parameters<Voice['say']>[0], text: string | null): void => {
    if (text) facts.push({ term: say(words), text });
  };
  const isOff = optional && state?.effective === 'off';
  const after = afterUseOff(voice, category, use, overview, stored, now);
  if (optional)
    tell(
      isOff ? choiceStrings.whyOff : choiceStrings.whyOn,
      [reasonOf(voice, use, state), after ?? ''].join(' ').trim(),
    );
  tell(choiceStrings.youGet, use.benefit);
  if (optional) tell(choiceStrings.ifOff, use.whenOff.text);
  tell(choiceStrings.rule, optional ? use.basisText : `${use.basisText} ${use.whenOff.text}`);
  tell(choiceStrings.who, recipientsText(voice, notice, use));
  if (use.retention !== category.retention.period) tell(choiceStrings.keptFor, voice.duration(use.retention));
  if (use.automated) tell(choiceStrings.machine, `${use.automated.logic} ${use.automated.effects}`);
  return { id: use.id, name: use.name, why: use.why, optional, facts };
}

/** What has to be asked before a use can be turned on; null = one press is enough. */
export interface Asking {
  /** The browser asks otherwise: say so, and let the customer answer. */
  readonly signal: boolean;
  readonly grant: Use['grant'];
  readonly statement: string | null;
}

export function askingFor(use: Use, gpc: boolean): Asking | null {
  const signal = gpc && use.signals.length > 0;
  if (!signal && use.grant === 'press') return null;
  return { signal, grant: use.grant, statement: use.statement };
}

/** The press on a use's switch. Off is always one press; on carries what was answered before it. */
export function pressOf(
  use: Use,
  state: Pick<ChoiceState, 'seq'> | null,
  notice: number,
  on: boolean,
  asked: Asking | null,
): DecisionItem {
  const item = { choice: use.id, value: on ? 'on' : 'off', seen: { seq: state?.seq ?? 0, notice } };
  if (!on || !asked) return item;
  return {
    ...item,
    ...(asked.signal && { gpcAck: true as const }),
    ...(asked.grant !== 'press' && { confirmed: true as const }),
  };
}
