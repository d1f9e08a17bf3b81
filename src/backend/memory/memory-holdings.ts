import { changedBy, takesAway } from '#backend/held/holdings-change.ts';
import type { HeldNow, HoldingsChange, HoldingsChanged, HoldingsStore } from '#backend/holdings-store.ts';
import type { Subject } from '#backend/subject-store.ts';
import type { Holdings } from '#rules/holdings.ts';
import type { KeptHoldings, Persistence, Snapshot, Step } from './snapshot.ts';

const keptOf = ({ holdings = {} }: Snapshot, { brand, id }: Subject): KeptHoldings | null => {
  const kept = Object.hasOwn(holdings, id) ? holdings[id] : undefined;
  return kept?.brand === brand ? kept : null;
};

const withHoldings = (snapshot: Snapshot, { id }: Subject, kept: KeptHoldings): Snapshot => ({
  ...snapshot,
  holdings: { ...snapshot.holdings, [id]: kept },
});

/** What is held about customers, over a snapshot. */
export const memoryHoldings = ({ change }: Persistence): HoldingsStore => {
  /** What was read last of each: its text is parsed once, however often it is asked for. */
  const parsed = new Map<string, HeldNow & { readonly text: string }>();

  const heldIn = (id: string, { revision, text }: KeptHoldings): HeldNow => {
    const known = parsed.get(id);
    if (known?.revision === revision && known.text === text) return known;
    const now = { revision, text, holdings: JSON.parse(text) as Holdings };
    parsed.set(id, now);
    return now;
  };

  const changed = (snapshot: Snapshot, { subject, revision, ...more }: HoldingsChange): Step<HoldingsChanged> => {
    const { deed } = more;
    const kept = keptOf(snapshot, subject);
    if (deed && kept?.deeds.some(({ key }) => key === deed.key)) return { keep: snapshot, answer: 'key_taken' };
    if (!kept || kept.revision !== revision) return { keep: snapshot, answer: 'moved' };
    const holdings = changedBy(heldIn(subject.id, kept).holdings, more);
    const earlier = takesAway(more) ? kept.deeds.map((one) => ({ ...one, command: null })) : kept.deeds;
    const next = {
      brand: kept.brand,
      revision: revision + 1,
      text: JSON.stringify(holdings),
      deeds: deed ? [...earlier, deed] : earlier,
    };
    return { keep: withHoldings(snapshot, subject, next), answer: 'stored' };
  };

  return {
    async read(subject) {
      const kept = await change((snapshot) => ({ keep: snapshot, answer: keptOf(snapshot, subject) }));
      return kept && heldIn(subject.id, kept);
    },

    add: (subject, holdings) =>
      change((snapshot) => {
        if (keptOf(snapshot, subject)) return { keep: snapshot, answer: undefined };
        const first = { brand: subject.brand, revision: 1, text: JSON.stringify(holdings), deeds: [] };
        return { keep: withHoldings(snapshot, subject, first), answer: undefined };
      }),

    change: (write) => change((snapshot) => changed(snapshot, write)),

    findDeed: (subject, key) =>
      change((snapshot) => {
        const deed = keptOf(snapshot, subject)?.deeds.find((one) => one.key === key);
        return { keep: snapshot, answer: deed ?? null };
      }),
  };
};
