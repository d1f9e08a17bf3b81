import { describe, expect, test } from 'vitest';
import { voterOf } from '#backend/held/voter.ts';
import { memoryExpectations } from './memory-expectations.ts';
import { unkept, type Persistence } from './snapshot.ts';

const [lastWeek, week, nextWeek] = ['2026-11-09', '2026-11-16', '2026-11-23'] as const;
const vote = (voter: string, answer: 'expected' | 'not_ok' = 'expected', card = 'purchases') => ({
  card,
  answer,
  voter,
});

const saying = (voter: number, card: string) => ({ ...vote(`${card} ${voter}`, 'not_ok', card), reason: `${card}!` });

/** Everything that is kept, as one text. */
const textOf = ({ change }: Persistence): Promise<string> =>
  change((snapshot) => ({ keep: snapshot, answer: JSON.stringify(snapshot) }));

describe('what customers expected, kept in memory', () => {
  test('is one answer of each voter, the last', async () => {
    const store = memoryExpectations(unkept());
    const key = await store.openWeek('a-brand', week);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await store.openWeek('a-brand', week)).toBe(key);
    await store.put('a-brand', week, vote('one'));
    await store.put('a-brand', week, vote('two'));
    await store.put('a-brand', week, vote('one', 'not_ok'));
    expect(await store.find('a-brand', week, ['one', 'three'])).toEqual([vote('one', 'not_ok')]);
    expect(await store.find('b-brand', week, ['one'])).toEqual([]);
  });

  test('is counted once its week is closed, and not before', async () => {
    const store = memoryExpectations(unkept());
    await store.openWeek('a-brand', week);
    await store.put('a-brand', week, vote('one'));
    await store.put('a-brand', week, vote('two'));
    await store.put('a-brand', week, vote('three', 'not_ok', 'location'));
    expect(await store.count('a-brand', week)).toEqual([]);
    await store.openWeek('a-brand', nextWeek);
    expect(await store.count('a-brand', week)).toEqual([
      { card: 'purchases', answer: 'expected', count: 2 },
      { card: 'location', answer: 'not_ok', count: 1 },
    ]);
    expect(await store.count('b-brand', week)).toEqual([]);
  });

  test('loses with its week the reasons on cards of which nothing is told, and tells no reason before', async () => {
    const persistence = unkept();
    const store = memoryExpectations(persistence);
    await store.openWeek('a-brand', week);
    for (let voter = 0; voter < 20; voter += 1) await store.put('a-brand', week, saying(voter, 'location'));
    for (let voter = 0; voter < 19; voter += 1) await store.put('a-brand', week, saying(voter, 'purchases'));
    expect(await store.reasons('a-brand', week)).toEqual([]);
    await store.openWeek('a-brand', nextWeek);
    expect(await store.reasons('a-brand', week)).toEqual(
      Array.from({ length: 20 }, () => ({ card: 'location', reason: 'location!' })),
    );
    expect(await store.reasons('b-brand', week)).toEqual([]);
    expect(await textOf(persistence)).not.toContain('purchases!');
    expect(await store.count('a-brand', week)).toHaveLength(2);
  });

  test('keeps no key of a week that is over, and takes no answer for it', async () => {
    const persistence = unkept();
    const store = memoryExpectations(persistence);
    const key = await store.openWeek('a-brand', week);
    const other = await store.openWeek('b-brand', week);
    await store.openWeek('a-brand', nextWeek);
    const kept = await textOf(persistence);
    expect([kept.includes(key), kept.includes(other)]).toEqual([false, true]);
    await expect(store.put('a-brand', week, vote('one'))).rejects.toThrow('closed');
    await expect(store.openWeek('a-brand', week)).rejects.toThrow('closed');
    await expect(store.openWeek('a-brand', lastWeek)).rejects.toThrow('closed');
  });

  test('has no subject, and names the same customer differently on every card and in every week', async () => {
    const persistence = unkept();
    const store = memoryExpectations(persistence);
    const subject = { brand: 'a-brand', id: '5d1f7c1e-0000-4000-8000-000000000001' };
    const names: string[] = [];
    for (const one of [week, nextWeek]) {
      const voter = await voterOf(await store.openWeek('a-brand', one), subject);
      for (const card of ['purchases', 'location']) {
        const name = await voter(card);
        expect(await voter(card)).toBe(name);
        names.push(name);
        await store.put('a-brand', one, vote(name));
      }
    }
    expect(new Set(names).size).toBe(4);
    expect(await textOf(persistence)).not.toContain(subject.id);
  });
});
