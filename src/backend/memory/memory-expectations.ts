import type { ExpectationStore } from '#backend/expectation-store.ts';
import type { BrandId, Day } from '#contract/primitives.ts';
import { isTold } from '#rules/expectations.ts';
import type { KeptWeek, Persistence, Snapshot } from './snapshot.ts';

const weekOf = ({ weeks = [] }: Snapshot, brand: BrandId, week: Day): KeptWeek | null =>
  weeks.find((one) => one.brand === brand && one.week === week) ?? null;

const withWeek = (snapshot: Snapshot, kept: KeptWeek): Snapshot => {
  const others = (snapshot.weeks ?? []).filter(({ brand, week }) => brand !== kept.brand || week !== kept.week);
  return { ...snapshot, weeks: [...others, kept] };
};

/** Without the reasons on cards that nothing is told of. */
const toldAtMost = (votes: KeptWeek['votes']): KeptWeek['votes'] => {
  const told = new Set(
    [...Map.groupBy(votes, ({ card }) => card)].flatMap(([card, on]) => (isTold(on.length) ? card : [])),
  );
  return votes.map(({ reason, ...vote }) => (reason !== undefined && told.has(vote.card) ? { ...vote, reason } : vote));
};

/** Every week of a brand before this one loses its key, and reasons with it. */
const closingBefore = (snapshot: Snapshot, brand: BrandId, week: Day): Snapshot => ({
  ...snapshot,
  weeks: (snapshot.weeks ?? []).map((one) =>
    one.brand === brand && one.week < week && one.key !== null
      ? { ...one, key: null, votes: toldAtMost(one.votes) }
      : one,
  ),
});

const closed = (week: Day) => new Error(`The week of ${week} is closed.`);

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Answers to "Did you expect this?" over a snapshot. */
export const memoryExpectations = ({ change }: Persistence): ExpectationStore => ({
  openWeek: (brand, week) =>
    change((snapshot) => {
      const known = weekOf(snapshot, brand, week);
      if (known && known.key !== null) return { keep: snapshot, answer: known.key };
      const isOver = snapshot.weeks?.some((one) => one.brand === brand && one.week > week);
      if (known || isOver) throw closed(week);
      const key = newKey();
      return { keep: withWeek(closingBefore(snapshot, brand, week), { brand, week, key, votes: [] }), answer: key };
    }),

  put: (brand, week, vote) =>
    change((snapshot) => {
      const known = weekOf(snapshot, brand, week);
      if (!known || known.key === null) throw closed(week);
      const votes = [...known.votes.filter(({ voter }) => voter !== vote.voter), vote];
      return { keep: withWeek(snapshot, { ...known, votes }), answer: undefined };
    }),

  find: (brand, week, voters) =>
    change((snapshot) => {
      const votes = weekOf(snapshot, brand, week)?.votes ?? [];
      return { keep: snapshot, answer: votes.filter(({ voter }) => voters.includes(voter)) };
    }),

  reasons: (brand, week) =>
    change((snapshot) => {
      const known = weekOf(snapshot, brand, week);
      const votes = known?.key === null ? known.votes : [];
      const said = votes.flatMap(({ card, reason }) => (reason === undefined ? [] : [{ card, reason }]));
      return { keep: snapshot, answer: said };
    }),

  count: (brand, week) =>
    change((snapshot) => {
      const known = weekOf(snapshot, brand, week);
      const counted = new Map<string, { card: string; answer: KeptWeek['votes'][number]['answer']; count: number }>();
      for (const { card, answer } of known?.key === null ? known.votes : []) {
        const name = `${card} ${answer}`;
        counted.set(name, { card, answer, count: (counted.get(name)?.count ?? 0) + 1 });
      }
      return { keep: snapshot, answer: [...counted.values()] };
    }),
});
