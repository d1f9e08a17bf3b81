import { expect, test } from 'vitest';
import { Safety } from '#contract/safety.ts';
import { about, holding } from './holdings-arbitraries.ts';
import { safetyOf } from './safety.ts';

const incident = (id: string, from: string) => ({
  id,
  from,
  to: from,
  found: from,
  told: from,
  what: 'Orders could be read.',
  done: 'We closed it.',
  categories: ['purchases'],
});
const known = {
  ...about,
  safety: [{ category: null, asOf: '2026-10-05', where: 'Dublin', readers: 'Nine people', measures: ['Locks'] }],
  incidents: [incident('older', '2022-05-02'), incident('newer', '2025-09-08')],
};

test('Incidents stand with the newest first, each with whether this customer was in it', () => {
  const safety = safetyOf(holding([], { incidents: ['older'] }), known);
  expect(Safety.parse(safety)).toEqual(safety);
  expect(safety.facts).toEqual(known.safety);
  expect(safety.incidents.map(({ id, you }) => [id, you])).toEqual([
    ['newer', 'not_in'],
    ['older', 'in'],
  ]);
});

test('Where nobody noted who was in an incident, it is not known: that is not the same as not in it', () => {
  expect(safetyOf(holding([]), known).incidents.map(({ you }) => you)).toEqual(['not_known', 'not_known']);
  expect(safetyOf(holding([], { incidents: [] }), known).incidents.map(({ you }) => you)).toEqual(['not_in', 'not_in']);
});
