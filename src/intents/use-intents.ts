import { createContext, startTransition, use, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Choices } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import { useChoices } from '#data/use-choices.ts';
import { useNotice } from '#data/use-notice.ts';
import { twoWay } from '#rules/options.ts';
import { afterFrame } from './after-frame.ts';
import { choiceView, type ChoiceView } from './choice-view.ts';
import type { PageEngine } from './connect-engine.ts';
import { nothingYet, type EngineState } from './engine-state.ts';

const EngineContext = createContext<PageEngine | null>(null);

/** Hands the page's one engine to everything that lets a customer choose. */
export const EngineProvider = EngineContext.Provider;

export function useEngine(): PageEngine {
  const engine = use(EngineContext);
  if (engine === null) throw new Error('There is no engine here: put the component inside an EngineProvider.');
  return engine;
}

/**
 * What the engine knows, for a screen. A press shows itself at its own switch; all else that follows from it is drawn
 * when there is time, and never holds up the next frame. A page that the server drew begins as it was drawn there.
 */
function useEngineState(): EngineState {
  const { store } = useEngine();
  const [state, setState] = useState(() => store.getInitialState());
  useEffect(() => {
    const take = (): void => startTransition(() => setState(store.getState()));
    take();
    return store.subscribe(() => afterFrame(take));
  }, [store]);
  return state;
}

const viewsOf = (state: EngineState, { choices }: Choices): Readonly<Record<ChoiceId, ChoiceView>> =>
  Object.fromEntries(choices.map((one) => [one.choice, choiceView(state, one, one.choice)]));

/**
 * The choices as the backend confirmed them, and as the screen shows them: what is unsettled laid over what is stored.
 * Both may come a moment late, and never from the customer who was here before.
 */
export function useShownChoices(): { readonly choices: Choices; readonly views: ReturnType<typeof viewsOf> } {
  const fresh = useChoices();
  const late = useDeferredValue(fresh);
  const choices = late.customer === fresh.customer ? late : fresh;
  const state = useEngineState();
  const theirs = choices.customer === undefined || choices.customer === state.subject ? state : nothingYet;
  return { choices, views: useMemo(() => viewsOf(theirs, choices), [choices, theirs]) };
}

/** What a customer can do about their choices. None of it waits, and none of it fails: `useShownChoices` tells the rest. */
export interface Intents {
  /** A press. All items are one command; each carries the `seen` that was on screen. */
  readonly intend: (items: readonly DecisionItem[]) => void;
  /** Asks once more for what a question or a refusal named, on what is on screen now. */
  readonly again: (choice: ChoiceId) => void;
  /** What the control of a choice shows once all presses are drawn: a press may come before the one before it is. */
  readonly latest: (choice: ChoiceId) => string | null;
  /** The entry that the last press here was saved as, while it is what stands: it is known before it is drawn. */
  readonly savedAs: (choice: ChoiceId) => number | null;
  /** Puts a question or the note of a refusal away. What is stored stands. */
  readonly dismiss: (choice: ChoiceId) => void;
  /** Sends what waits for its next try, now. */
  readonly tryNow: () => void;
}

/**
 * The deeds of the page, always the same ones. `choices` are those on screen; `surface` says where they are done, as
 * evidence: "center/overview".
 */
export function useIntents(surface: string, choices: Choices): Intents {
  const engine = useEngine();
  const { notice } = useNotice();
  const onScreen = useRef({ choices, notice });
  useEffect(() => {
    onScreen.current = { choices, notice };
  });
  return useMemo(
    () => ({
      intend: (items) => {
        // A notice's choices are its uses, and every use is a choice of two.
        const withOptions = items.map((item) => ({ ...item, options: twoWay }));
        if (withOptions.length > 0) engine.intend(withOptions, surface);
      },
      again: (choice) => {
        const { choices: shown, notice: read } = onScreen.current;
        const seq = shown.choices.find((one) => one.choice === choice)?.seq ?? 0;
        engine.again(choice, { seq, notice: read.version });
      },
      latest: (choice) => choiceView(engine.store.getState(), undefined, choice).value,
      savedAs: (choice) => choiceView(engine.store.getState(), undefined, choice).receipt?.seq ?? null,
      dismiss: engine.dismiss,
      tryNow: engine.tryNow,
    }),
    [engine, surface],
  );
}
