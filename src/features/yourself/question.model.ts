import type { Notice } from '#contract/notice.ts';
import type { ChoiceId, Instant } from '#contract/primitives.ts';
import type { AnswerValue, AskedQuestion, ProfileAnswer } from '#contract/profile.ts';
import type { Voice } from '#i18n/voice.ts';
import type { DeedStatus } from '#intents/deed-status.ts';
import { placeOf } from './yourself.strings.ts';

/** The target of a question's deeds. */
export const targetOf = ({ id }: AskedQuestion): string => `answer:${id}`;

/** What stands in the controls of a question before anybody has touched them; null = nothing. */
export function shownValue(stored: ProfileAnswer | null, status: DeedStatus | null): AnswerValue | null {
  // What was typed is not lost while it is not saved, whatever became of it.
  if (status?.name === 'answerQuestion' && status.phase !== 'saved') return status.input.value;
  return stored?.value ?? null;
}

/**
 * The stored answer. What the backend has just confirmed is newer than the profile that was on screen at the press, and
 * only than that one.
 */
export function storedAnswerOf(
  { answer }: AskedQuestion,
  status: DeedStatus | null,
  asOf: Instant,
  pressedOn: Instant | null,
): ProfileAnswer | null {
  if (status?.name !== 'answerQuestion' || status.phase !== 'saved' || pressedOn !== asOf) return answer;
  return status.answer?.answer ?? null;
}

/** The answer to be saved; null where there is none yet. */
export function answerFrom(draft: AnswerValue | null): AnswerValue | null {
  if (typeof draft === 'string') return draft.trim() === '' ? null : draft.trim();
  if (Array.isArray(draft)) return draft.length === 0 ? null : draft;
  return draft;
}

/** An answer in the words of its question. */
export function answerWords({ options, kind, scale }: AskedQuestion, value: AnswerValue, voice: Voice): string {
  const labelOf = (id: string): string => options.find((option) => option.id === id)?.label ?? id;
  if (Array.isArray(value)) return voice.list(value.map(labelOf));
  if (kind === 'scale' && scale) return voice.say(placeOf(voice.number(Number(value)), voice.number(scale.max)));
  if (kind === 'date') return voice.date(String(value));
  return labelOf(String(value));
}

/** One use that reads the answer. */
export interface Reader {
  readonly id: ChoiceId;
  readonly name: string;
  readonly on: boolean;
}

/** The uses that read the answer to a question, by name. */
export function readersOf(notice: Notice, { uses }: AskedQuestion, isOn: (use: ChoiceId) => boolean): Reader[] {
  return notice.categories
    .flatMap((category) => category.uses)
    .filter(({ id }) => uses.includes(id))
    .map(({ id, name }) => ({ id, name, on: isOn(id) }));
}
