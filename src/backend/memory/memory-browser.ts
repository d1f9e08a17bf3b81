import type { BrowserIdentity } from '#backend/session-keeper.ts';
import type { Persistence, Snapshot } from './snapshot.ts';

const knownIn = ({ browser = {} }: Snapshot, brand: string): string | null =>
  (Object.hasOwn(browser, brand) ? browser[brand] : undefined) ?? null;

/** This browser's own name to the backend that lives in it, one for each brand, kept with the decisions. */
export const memoryBrowser = ({ change }: Persistence): BrowserIdentity => ({
  known: (brand) => change((snapshot) => ({ keep: snapshot, answer: knownIn(snapshot, brand) })),
  make: (brand) =>
    change((snapshot) => {
      const known = knownIn(snapshot, brand);
      if (known !== null) return { keep: snapshot, answer: known };
      const made = `browser:${crypto.randomUUID()}`;
      return { keep: { ...snapshot, browser: { ...snapshot.browser, [brand]: made } }, answer: made };
    }),
  forget: (brand) =>
    change((snapshot) => {
      if (knownIn(snapshot, brand) === null) return { keep: snapshot, answer: undefined };
      const others = Object.entries(snapshot.browser ?? {}).filter(([other]) => other !== brand);
      return { keep: { ...snapshot, browser: Object.fromEntries(others) }, answer: undefined };
    }),
});
