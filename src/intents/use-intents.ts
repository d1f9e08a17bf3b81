import { createContext, use, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DecisionItem } from '#contract/decisions.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import { useChoices } from '#data/use-choices.ts';
import { useNotice } from '#data/use-notice.ts';
import { twoWay } from '#rules/options.ts';
import { choiceView, type ChoiceView } from './choice-view.ts';
import type { PageEngine } from './connect-engine.ts';

const EngineContext = createContext<PageEngine | null>(null);

/** Hands the page's one engine to everything that lets a customer choose. */
export const EngineProvider = EngineContext.Provider;

export function useEngine(): PageEngine {
  const engine = use(EngineContext);
  if (engine === null) throw new Error('There is no engine here: put the component inside an EngineProvider.');
  return engine;
}

/** Every choice as the screen shows it: what is unsettled laid over what is stored. */
export function useChoiceViews(): Readonly<Record<ChoiceId, ChoiceView>> {
  const { choices } = useChoices();
  const state = useStore(useEngine().store);
  return useMemo(
    () => Object.fromEntries(choices.map((one) => [one.choice, choiceView(state, one, one.choice)])),
    [choices, state],
  );
}

/** What a customer can do about their choices. None of it waits, and none of it fails: `useChoiceViews` tells the rest. */
export interface Intents {
  /** A press. All items are one command; each carries the `seen` that was on screen. */
  readonly intend: (items: readonly DecisionItem[]) => void;
  /** Asks once more for what a question or a refusal named, on what is on screen now. */
  readonly again: (choice: ChoiceId) => void;
  /** Puts a question or the note of a refusal away. What is stored stands. */
  readonly dismiss: (choice: ChoiceId) => void;
  /** Sends what waits for its next try, now. */
  readonly tryNow: () => void;
}

/** The deeds of the page. `surface` says where they are done, as evidence: "center/overview". */
export function useIntents(surface: string): Intents {
  const engine = useEngine();
  const { notice } = useNotice();
  const { choices } = useChoices();
  return useMemo(
    () => ({
      intend: (items) => {
        // A notice's choices are its uses, and every use is a choice of two.
        const withOptions = items.map((item) => ({ ...item, options: twoWay }));
        if (withOptions.length > 0) engine.intend(withOptions, surface);
      },
      again: (choice) => {
        const seq = choices.find((one) => one.choice === choice)?.seq ?? 0;
        engine.again(choice, { seq, notice: notice.version });
      },
      dismiss: engine.dismiss,
      tryNow: engine.tryNow,
    }),
    [engine, notice, choices, surface],
  );
}
