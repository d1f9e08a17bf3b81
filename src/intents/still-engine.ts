import { createStore } from 'zustand/vanilla';
import type { connectEngine } from './connect-engine.ts';
import { nothingDone } from './deeds-state.ts';
import { nothingYet } from './engine-state.ts';

const nobody = (): never => {
  throw new Error('A page that is only drawn has nobody who presses: open it in a browser.');
};

/** The engine of a page that is drawn where there is no customer: it knows nothing, and nothing can be pressed. */
export const stillEngine = (): ReturnType<typeof connectEngine>['engine'] => ({
  store: createStore(() => nothingYet),
  intend: nobody,
  again: nobody,
  dismiss: nobody,
  tryNow: nobody,
  base: nobody,
  session: nobody,
  standIn: nobody,
  start: nobody,
  own: nobody,
  deeds: () => ({
    store: createStore(() => nothingDone),
    run: nobody,
    again: nobody,
    dismiss: nobody,
    tryNow: nobody,
    stop: nobody,
  }),
});
