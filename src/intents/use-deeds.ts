import { useMemo, useSyncExternalStore } from 'react';
import { useChoices } from '#data/use-choices.ts';
import type { DeedInput, DeedName } from './deed.ts';
import { deedStatus, type DeedStatus } from './deed-status.ts';
import { openDeeds } from './open-deeds.ts';
import { useEngine } from './use-intents.ts';

/** What a customer can have done, and what became of it. None of it waits, and none of it fails. */
export interface Deeds {
  /**
   * Does something to a target ("answer:rooms", "record:r123", "conclusion:r777", "forget:purchases",
   * "expected:purchases"). A later deed on the same target takes the place of one that was not sent.
   */
  readonly run: <K extends DeedName>(name: K, input: DeedInput<K>, target: string) => void;
  /** What became of the last deed on a target; null = nothing was done to it here. */
  readonly statusOf: (target: string) => DeedStatus | null;
  /** Does once more, as a new deed, what was refused or not saved within a day. */
  readonly again: (target: string) => void;
  /** Puts the line about a settled deed away, or calls back one that has not left this browser. */
  readonly dismiss: (target: string) => void;
  /** Sends what waits for its next try, now. */
  readonly tryNow: () => void;
}

/**
 * The deeds of the page. Suspends until it is known who is signed in: a deed is of the customer whose data is on screen,
 * and of nobody else.
 */
export function useDeeds(): Deeds {
  useChoices();
  const { store, run, again, dismiss, tryNow } = useEngine().deeds(openDeeds);
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getInitialState);
  return useMemo(
    () => ({ run, again, dismiss, tryNow, statusOf: (target) => deedStatus(state, target) }),
    [state, run, again, dismiss, tryNow],
  );
}
