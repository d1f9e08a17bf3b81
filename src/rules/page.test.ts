import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newestFirst, type Dated } from './moment.ts';
import { pageOf } from './page.ts';

type Thing = Dated<{ readonly id: string }>;

const thing = (at: number, id: string): Thing => ({ at, it: { id } });
const idsOf = (all: readonly Thing[]): string[] => all.toSorted(newestFirst).map(({ it }) => it.id);

/** Things of which many happened at the same moment, each with an id of its own, dots and all. */
const things = (prefix: string): fc.Arbitrary<Thing[]> =>
  fc
    .array(fc.integer({ min: -3, max: 3 }), { maxLength: 25 })
    .map((all) => all.map((at, index) => thing(at * 1000, `${prefix}.${index}`)));
const limits = fc.integer({ min: 1, max: 7 });

/** Reads page after page; `between` says what there is by the time of each. */
function readAll(limit: number, between: (page: number) => readonly Thing[]): string[] {
  const read: string[] = [];
  let cursor: string | undefined;
  for (let number = 0; number < 100; number += 1) {
    const found = pageOf(between(number), { cursor, limit });
    if (!found) throw new Error(`"${cursor}" was no cursor.`);
    read.push(...found.page.map(({ id }) => id));
    if (found.next === null) return read;
    cursor = found.next;
  }
  throw new Error('The pages never end.');
}

describe('pages', () => {
  test('are the whole list, newest first, without gap or repeat, whatever their size', () => {
    fc.assert(
      fc.property(things('a'), limits, (all, limit) => {
        expect(readAll(limit, () => all)).toEqual(idsOf(all));
        expect(pageOf(all, { limit })?.count).toBe(all.length);
      }),
      { numRuns: 200 },
    );
  });

  test('leave out and repeat nothing that was there all the time, while others come and go', () => {
    fc.assert(
      fc.property(things('a'), things('come'), things('go'), limits, fc.nat(4), (stay, come, go, limit, when) => {
        const read = readAll(limit, (page) => (page < when ? [...stay, ...go] : [...come, ...stay]));
        expect(read.filter((id) => id.startsWith('a.'))).toEqual(idsOf(stay));
        expect(new Set(read).size).toBe(read.length);
      }),
      { numRuns: 300 },
    );
  });

  test('hold fifty where nobody says how many, and the last leads nowhere', () => {
    const many = Array.from({ length: 51 }, (_, index) => thing(index, `${index}`));
    const first = pageOf(many, {});
    expect(first?.page).toHaveLength(50);
    expect(pageOf(many, { cursor: first?.next ?? '' })).toEqual({ page: [{ id: '0' }], count: 51, next: null });
    expect(pageOf(many, { limit: 51 })?.next).toBeNull();
    expect(pageOf([], {})).toEqual({ page: [], count: 0, next: null });
  });

  test('go on from nothing that is no cursor', () => {
    const no = ['', '.', '.a', '1', '1.', ' 1.a', '1 .a', '01.a', '-0.a', '1Z.a', '+1.a', 'zzzzzzzzzzzzzzz.a', 'é.a'];
    for (const cursor of no) expect(pageOf([thing(1, 'a')], { cursor })).toBeNull();
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        expect(() => pageOf([thing(1, 'a')], { cursor })).not.toThrow();
      }),
    );
  });
});
