import type { BrowserIdentity } from '#backend/session-keeper.ts';
import type { Persistence } from './snapshot.ts';

/** This browser's own name to the backend that lives in it, kept with the decisions. */
export const memoryBrowser = ({ change }: Persistence): BrowserIdentity => ({
  known: () => change((snapshot) => ({ keep: snapshot, answer: snapshot.browser ?? null })),
  make: () =>
    change((snapshot) => {
      const browser = snapshot.browser ?? `browser:${crypto.randomUUID()}`;
      return { keep: { ...snapshot, browser }, answer: browser };
    }),
  forget: () =>
    change((snapshot) => {
      const { browser, ...keep } = snapshot;
      return { keep: browser === undefined ? snapshot : keep, answer: undefined };
    }),
});
