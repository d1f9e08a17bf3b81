import type { IntentItem } from '#intents/intent.ts';
import type { Setting } from './setting.ts';
import type { Tab } from './tab.ts';
import { choiceNames, optionsOf } from './world.ts';

/** Somebody who presses what a screen offers, with haste, with doubts, and in several tabs. */
export interface Person {
  readonly act: (tab: Tab) => void;
}

export function createPerson({ random, clicks, trace }: Pick<Setting, 'random' | 'clicks' | 'trace'>): Person {
  /** A press on what this tab shows now. */
  function press(tab: Tab, wishes: Readonly<Record<string, string>>): void {
    const state = tab.page?.engine.store.getState();
    if (!tab.page || !state?.subject) return;
    const { notice } = tab.page;
    const items = Object.entries(wishes).flatMap(([choice, value]): IntentItem[] => {
      const stored = tab.view(choice)?.stored;
      return stored ? [{ choice, value, seen: { seq: stored.seq, notice }, options: optionsOf(choice) }] : [];
    });
    if (items.length > 0) note(tab, items, () => tab.press(items));
  }

  function note(tab: Tab, items: readonly IntentItem[], pressing: () => string): void {
    const before = Object.fromEntries(items.map((item) => [item.choice, tab.view(item.choice)?.inForce ?? 'off']));
    const customer = tab.page?.engine.store.getState().subject?.startsWith('a') ? 'A' : 'B';
    const visible = tab.page?.engine.store.getState().intents.map((intent) => intent.key) ?? [];
    const { name: at, life } = tab;
    // The engine sends within the press, so the click is noted as it is made.
    const key = pressing();
    clicks.note({ key, tab: at, browser: tab.browser.name, life, customer, items, before, visible });
    trace(`${at} presses ${items.map((item) => `${item.choice}=${item.value}`).join(' ')} as ${key}`);
  }

  function toggle(tab: Tab, choice: string): void {
    const shown = tab.view(choice)?.value;
    const others = optionsOf(choice).filter((option) => option !== shown);
    press(tab, { [choice]: random.pick(others) });
  }

  /** [Turn on] or [Keep off], where a screen asks. */
  function answer(tab: Tab, choice: string): void {
    const { page } = tab;
    const asked = page?.engine.store.getState().notes[choice];
    const stored = tab.view(choice)?.stored;
    if (!page || asked?.kind !== 'asks' || !stored) return;
    if (random.chance(0.4)) return page.engine.dismiss(choice);
    const seen = { seq: stored.seq, notice: page.notice };
    note(tab, [{ ...asked.item, seen }], () => tab.pressAgain(choice));
  }

  return {
    act(tab) {
      const choice = random.pick(choiceNames);
      const asks = choiceNames.filter((one) => tab.view(one)?.status === 'changed_elsewhere');
      const luck = random.next();
      if (asks.length > 0 && luck < 0.4) return answer(tab, random.pick(asks));
      if (luck < 0.6) return toggle(tab, choice);
      // Off whatever is shown: "turn everything off" presses what is off already, too.
      if (luck < 0.72) return press(tab, { [choice]: 'off' });
      if (luck < 0.8) {
        for (let times = random.whole(2, 4); times > 0; times--) toggle(tab, choice);
        return;
      }
      if (luck < 0.95) {
        const chosen = choiceNames.filter(() => random.chance(0.5));
        const mixed = random.chance(0.6);
        const all = random.chance(0.7) ? 'off' : 'last';
        const wish = (one: string): string => {
          const options = optionsOf(one);
          if (mixed) return random.pick(options);
          return (all === 'off' ? options[0] : options.at(-1)) ?? 'off';
        };
        return press(tab, Object.fromEntries(chosen.map((one) => [one, wish(one)])));
      }
      tab.page?.engine.tryNow();
    },
  };
}
