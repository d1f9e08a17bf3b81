import type { Choices } from '#contract/choices.ts';
import type { Category } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import type { ChoiceView } from '#intents/choice-view.ts';
import { switchOf, type Shown, type SwitchState } from '#rules/category-switch.ts';
import { onOf, rowStrings, savedOff, savedOn, sinceDate, untilDate } from './row.strings.ts';
import { alwaysUses, inEffect, optionalUses, sinceAll, type Stored } from './stored.model.ts';

export type Views = Readonly<Record<string, ChoiceView | undefined>>;

/** What is on screen now: the choices with what the customer wants laid over what is stored. */
export function shownOf(choices: Choices, views: Views): Shown {
  return {
    ...choices,
    choices: choices.choices.map((state) => {
      const view = views[state.choice];
      const stored = view?.stored ?? state;
      return { ...stored, effective: view?.value ?? stored.effective };
    }),
  };
}

/** Between the hands: how the switch stands, and the words under it. `strong` is the state, `rest` more of it. */
export interface Control {
  readonly switch: SwitchState | null;
  readonly strong: string;
  readonly rest: string | null;
}

/** `late`: it has taken long enough that the words must say what is stored beside what the switch shows. */
export function controlOf(voice: Voice, category: Category, shown: Shown, stored: Stored, late: boolean): Control {
  const { say, date } = voice;
  const optional = optionalUses(category);
  if (optional.length === 0) {
    const names = voice.list(alwaysUses(category).map(({ name }) => name));
    return { switch: null, strong: say(rowStrings.alwaysOn), rest: names };
  }
  const state = switchOf(category.uses, shown);
  const on = optional.filter((use) => inEffect(use, stored));
  const since = sinceAll(optional, stored);
  const when = since === null ? null : date(since);
  if (late && state.checked !== on.length > 0)
    return { switch: state, strong: say(on.length > 0 ? savedOn(when) : savedOff(when)), rest: null };
  if (on.length === 0)
    return { switch: state, strong: say(rowStrings.off), rest: when === null ? null : say(sinceDate(when)) };
  const [only] = optional;
  const until = optional.length === 1 && only ? (stored[only.id]?.decided?.until ?? null) : null;
  if (optional.length > 1)
    return { switch: state, strong: say(rowStrings.on), rest: say(onOf(on.length, optional.length)) };
  return { switch: state, strong: say(rowStrings.on), rest: until === null ? null : say(untilDate(date(until))) };
}
