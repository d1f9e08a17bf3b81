import type { Category } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { switchOf, type Shown, type SwitchState } from '#rules/category-switch.ts';
import { offSince, onOf, onUntil, rowStrings, savedOff, savedOn, savedOnOf } from './row.strings.ts';
import { alwaysUses, inEffect, optionalUses, sinceAll, type Stored } from './stored.model.ts';

/** Between the hands: how the switch stands, and the words under it. `<b>` marks the state. */
export interface Control {
  readonly switch: SwitchState | null;
  readonly words: string;
  /** What is always on; null where there is a switch. */
  readonly reason: string | null;
}

/** `late`: it has taken long enough that the words must say what is stored beside what the switch shows. */
export function controlOf(voice: Voice, category: Category, shown: Shown, stored: Stored, late: boolean): Control {
  const { say, date } = voice;
  const optional = optionalUses(category);
  if (optional.length === 0) {
    const names = voice.list(alwaysUses(category).map(({ name }) => name));
    return { switch: null, words: say(rowStrings.alwaysOn), reason: names };
  }
  const state = switchOf(category.uses, shown);
  const on = optional.filter((use) => inEffect(use, stored)).length;
  const since = sinceAll(optional, stored);
  const when = since === null ? null : date(since);
  const until = optional.length === 1 ? (stored[optional[0]?.id ?? '']?.decided?.until ?? null) : null;
  const words = (): Parameters<Voice['say']>[0] => {
    if (late && state.checked !== on > 0)
      return on === 0 ? savedOff(when) : optional.length > 1 ? savedOnOf(on, optional.length) : savedOn(when);
    if (on === 0) return when === null ? rowStrings.off : offSince(when);
    if (optional.length > 1) return onOf(on, optional.length);
    return until === null ? rowStrings.on : onUntil(date(until));
  };
  return { switch: state, words: say(words()), reason: null };
}
