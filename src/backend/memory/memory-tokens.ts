import type { UsedTokens } from '#backend/used-tokens.ts';
import type { Persistence } from './snapshot.ts';

/** Used sign-in tokens over a snapshot; those whose time is over are forgotten on the way. */
export const memoryTokens = ({ change }: Persistence): UsedTokens => ({
  use: ({ brand, token, until }, now) =>
    change((snapshot) => {
      const kept = Object.entries(snapshot.usedTokens ?? {}).filter(([, end]) => Date.parse(end) > Date.parse(now));
      const usedTokens = Object.fromEntries(kept);
      const name = `${brand} ${token}`;
      if (Object.hasOwn(usedTokens, name)) return { keep: snapshot, answer: false };
      return { keep: { ...snapshot, usedTokens: { ...usedTokens, [name]: until } }, answer: true };
    }),
});
