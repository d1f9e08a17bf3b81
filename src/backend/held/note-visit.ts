import type { HoldingsStore } from '#backend/holdings-store.ts';
import { noticeOf } from '#backend/notices-of.ts';
import type { PublishedBrand } from '#backend/published-brand.ts';
import type { Instant } from '#contract/primitives.ts';
import { visited } from '#rules/visit.ts';
import { aboutOf } from './about-of.ts';
import { heldToChange, type Who } from './held-now.ts';
import { noChange } from './holdings-change.ts';

/**
 * Notes that a customer is here, where the brand remembers that. Nobody is kept from signing in, and so from turning
 * something off, because it could not be noted: whoever keeps what is held says why, and the next visit is noted again.
 */
export const noteVisit = async (
  { holdings, now }: { readonly holdings: HoldingsStore; readonly now: () => Instant },
  brand: PublishedBrand,
  who: Who,
): Promise<void> => {
  const about = aboutOf(brand);
  if (about === null || about.visits === null) return;
  try {
    const { notice } = noticeOf(brand, { version: 'current' }, now());
    const items = notice.categories.flatMap((one) =>
      one.items.map(({ id, name }) => ({ id: `${one.id}.${id}`, name })),
    );
    const item = items.find(({ id }) => id === about.visits);
    const held = await heldToChange(holdings, who);
    const record = item && visited(held.holdings, about, item.name, now());
    if (!record) return;
    const change = { ...noChange, put: [record] };
    await holdings.change({ subject: who.subject, revision: held.revision, ...change, deed: null });
  } catch {
    // See above.
  }
};
