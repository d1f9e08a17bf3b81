import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Inferences, type Judgement } from '#contract/inferences.ts';
import { frozen } from './arbitraries.ts';
import type { HoldingRecord, Holdings, UsageEvent } from './holdings.ts';
import { about, event, holding, holdings, notice, NOW, record } from './holdings-arbitraries.ts';
import { inferencesOf, judged } from './inferences.ts';

const JUNE = '2026-06-01T12:00:00.000Z';
const NEXT_JUNE = '2027-06-01T12:00:00.000Z';

const conclusion = (id: string, data: HoldingRecord['data'] = {}, more: Partial<HoldingRecord> = {}): HoldingRecord =>
  record(id, {
    category: 'interests',
    item: 'interest',
    at: JUNE,
    label: 'You have a garden',
    data: { topic: 'garden', confidence: 'fairly_sure', lapses: NEXT_JUNE, ...data },
    ...more,
  });

const bench = record('bench', { category: 'purchases', item: 'order', label: 'Bench', data: { topic: 'garden' } });

const listed = (records: readonly HoldingRecord[], events: readonly UsageEvent[] = [], now = NOW) =>
  inferencesOf(frozen(holding(records, { events })), notice, about, now);

const idsOf = (records: readonly HoldingRecord[], now = NOW) =>
  listed(records, [], now).inferences.map((one) => one.id);

/** What is held once a judgement is written down, as a store would. */
function after(held: Holdings, id: string, judgement: Judgement, now = NOW): Holdings {
  const change = judged(frozen(held), notice, about, id, judgement, now);
  if (!change) throw new Error(`There was no conclusion "${id}" to judge.`);
  const put = new Map(change.put.map((one) => [one.id, one]));
  const stays = held.records.filter((one) => !put.has(one.id) && !change.remove.includes(one.id));
  return { ...held, records: [...stays, ...put.values()] };
}

const shown = (held: Holdings) => inferencesOf(held, notice, about, NOW);

describe('a conclusion', () => {
  test('tells what was seen, what follows, how sure that is, until when, and what for', () => {
    const events = [event('e1', { use: 'interests.home', at: '2026-07-01T09:00:00.000Z' })];
    expect(listed([bench, conclusion('c')], events).inferences).toEqual([
      {
        id: 'c',
        category: 'interests',
        item: 'interest',
        label: 'You have a garden',
        at: JUNE,
        lapses: NEXT_JUNE,
        confidence: 'fairly_sure',
        seen: [
          { category: 'purchases', item: 'order', count: 1, oldest: bench.at, newest: bench.at, sample: ['Bench'] },
        ],
        usedFor: [{ use: 'interests.home', times: 1, last: '2026-07-01T09:00:00.000Z' }],
        judged: null,
      },
    ]);
  });

  test('groups what was seen by kind, the kind with the newest first, and names three of each at most', () => {
    const seen = [1, 2, 3, 4].map((day) =>
      record(`p${day}`, {
        category: 'browsing',
        item: 'page',
        at: `2026-04-0${day}T12:00:00.000Z`,
        data: { topic: 'garden' },
      }),
    );
    expect(listed([bench, ...seen, conclusion('c')]).inferences[0]?.seen).toMatchObject([
      {
        item: 'page',
        count: 4,
        oldest: seen[0]?.at,
        newest: seen[3]?.at,
        sample: ['Label p4', 'Label p3', 'Label p2'],
      },
      { item: 'order', count: 1 },
    ]);
  });

  test('counts the uses that need it alone, from when it was drawn until now', () => {
    const events = [
      event('before', { use: 'interests.home', at: '2026-05-31T12:00:00.000Z' }),
      event('at', { use: 'interests.home', at: JUNE }),
      event('ahead', { use: 'interests.home', at: '2026-11-22T14:02:00.001Z' }),
      event('other', { use: 'purchases.picks', at: '2026-07-01T12:00:00.000Z' }),
    ];
    expect(listed([conclusion('c')], events).inferences[0]?.usedFor).toEqual([
      { use: 'interests.home', times: 1, last: JUNE },
    ]);
  });

  test('is absent from the moment it lapses, and once it is kept for the law alone', () => {
    expect(idsOf([conclusion('c')], '2027-06-01T11:59:59.999Z')).toEqual(['c']);
    expect(idsOf([conclusion('c')], NEXT_JUNE)).toEqual([]);
    expect(idsOf([conclusion('c', {}, { keptFor: ['interests.law'] })])).toEqual([]);
  });

  test('that does not say when it ends, ends with the time its kind is kept', () => {
    expect(listed([conclusion('c', { lapses: null })]).inferences[0]?.lapses).toBe('2032-06-01T12:00:00.000Z');
  });

  test('takes the place of an older one on the same topic, and stands beside those on others', () => {
    const older = conclusion('old', {}, { at: '2026-01-01T12:00:00.000Z' });
    const study = conclusion('s', { topic: 'study' }, { at: '2026-05-01T12:00:00.000Z' });
    expect(idsOf([older, conclusion('new'), study])).toEqual(['new', 's']);
  });

  test('is nothing at all where a brand concludes nothing', () => {
    const none = inferencesOf(holding([conclusion('c')]), notice, { ...about, conclusions: null }, NOW);
    expect(none).toMatchObject({ inferences: [], forbidden: [] });
  });
});

describe('what a customer says of a conclusion', () => {
  const held = holding([bench, conclusion('old', {}, { at: '2026-01-01T12:00:00.000Z' }), conclusion('c')], {
    events: [event('e', { use: 'interests.home', at: '2026-07-01T12:00:00.000Z' })],
  });

  test('that it is right, makes it told', () => {
    expect(shown(after(held, 'c', 'right')).inferences).toMatchObject([
      { id: 'c', confidence: 'told', judged: { verdict: 'right', at: NOW }, usedFor: [{ use: 'interests.home' }] },
    ]);
  });

  test('that it is wrong, leaves it shown and used for nothing; and can be taken back', () => {
    const wrong = after(held, 'c', 'wrong');
    expect(shown(wrong).inferences).toMatchObject([
      { id: 'c', confidence: 'fairly_sure', judged: { verdict: 'wrong', at: NOW }, usedFor: [] },
    ]);
    expect(shown(after(wrong, 'c', 'right')).inferences).toMatchObject([{ id: 'c', confidence: 'told' }]);
  });

  test('removes it with the older ones that say the same: none of them comes up in its place', () => {
    const removed = after(held, 'c', 'remove');
    expect(removed.records).toEqual([bench]);
    expect(shown(removed)).toMatchObject({ inferences: [], forbidden: [] });
  });

  test('never to conclude it, forbids the topic for good: a later one does not appear', () => {
    const never = after(held, 'c', 'never');
    const again = {
      ...never,
      records: [...never.records, conclusion('again', {}, { at: '2026-11-01T12:00:00.000Z' })],
    };
    expect(shown(again)).toMatchObject({ inferences: [], forbidden: [{ label: 'You have a garden', at: NOW }] });
  });

  test('leaves alone what the law keeps of the same topic', () => {
    const kept = conclusion('k', {}, { at: '2026-02-01T12:00:00.000Z', keptFor: ['interests.law'] });
    const more = { ...held, records: [...held.records, kept] };
    for (const said of ['right', 'remove', 'never'] as const)
      expect(after(more, 'c', said).records).toContainEqual(kept);
  });

  test('never to conclude two things, forbids both, and each can be allowed by itself', () => {
    const two = after(
      after(holding([conclusion('c'), conclusion('s', { topic: 'study' })]), 'c', 'never'),
      's',
      'never',
    );
    const { forbidden } = shown(two);
    expect(new Set(forbidden.map(({ id }) => id)).size).toBe(2);
    expect(shown(after(two, forbidden[0]?.id ?? '', 'allow')).forbidden).toEqual(forbidden.slice(1));
  });

  test('to allow it after all, lifts that, and brings nothing back by itself', () => {
    const never = after(held, 'c', 'never');
    const id = shown(never).forbidden[0]?.id ?? '';
    const allowed = after(never, id, 'allow');
    expect(shown(allowed)).toMatchObject({ inferences: [], forbidden: [] });
    expect(shown({ ...allowed, records: [...allowed.records, conclusion('new')] }).inferences).toHaveLength(1);
  });

  test.each(['right', 'wrong', 'remove', 'never'] as const)('is not taken of what does not stand (%s)', (said) => {
    const of = (id: string) => judged(held, notice, about, id, said, NOW);
    expect([of('nobody'), of('bench'), of('old')]).toEqual([null, null, null]);
  });

  test('cannot allow what is not forbidden', () => {
    expect(judged(held, notice, about, 'c', 'allow', NOW)).toBeNull();
  });
});

const topics = fc.constantFrom('garden', 'nursery', 'study', 'kitchen');
const conclusions = fc
  .array(fc.tuple(topics, fc.integer({ min: 1, max: 28 }), fc.boolean()), { maxLength: 12 })
  .map((all) =>
    all.map(([topic, day, lapsed], index) =>
      conclusion(
        `c${index}`,
        { topic, lapses: lapsed ? '2026-11-01T00:00:00.000Z' : NEXT_JUNE },
        { at: `2026-05-${String(day).padStart(2, '0')}T12:00:00.000Z` },
      ),
    ),
  );

describe('whatever is held', () => {
  test('the answer is as the contract says, and does not depend on the order of records', () => {
    fc.assert(
      fc.property(holdings, conclusions, (held, more) => {
        const records = [...held.records, ...more];
        const answer = inferencesOf(frozen({ ...held, records }), notice, about, NOW);
        expect(Inferences.parse(answer)).toEqual(answer);
        expect(inferencesOf({ ...held, records: records.toReversed() }, notice, about, NOW)).toEqual(answer);
      }),
    );
  });

  test('a forbidden topic never appears, whatever is concluded later', () => {
    fc.assert(
      fc.property(conclusions, conclusions, fc.nat(), (before, later, which) => {
        const held = holding(before);
        const stand = inferencesOf(held, notice, about, NOW).inferences;
        const one = stand[which % Math.max(1, stand.length)];
        fc.pre(one !== undefined);
        const never = after(held, one.id, 'never');
        const renamed = later.map((next) => ({ ...next, id: `later-${next.id}` }));
        const all = [...never.records, ...renamed];
        const topic = before.find(({ id }) => id === one.id)?.data['topic'];
        const { inferences } = shown({ ...held, records: all });
        expect(inferences.filter(({ id }) => all.find((next) => next.id === id)?.data['topic'] === topic)).toEqual([]);
      }),
    );
  });
});
