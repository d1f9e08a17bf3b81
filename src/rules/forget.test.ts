import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ForgettingDone, Forgotten, type Forgetting } from '#contract/holdings.ts';
import { activityPageOf } from './activity.ts';
import { frozen } from './arbitraries.ts';
import { evidenceIn } from './evidence.ts';
import { forgettingOf } from './forget.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { about, event, holding, holdings, LONDON, NOW, notice, orderLine, record } from './holdings-arbitraries.ts';
import { ledgerOf } from './ledger.ts';
import { holdingsListOf, recordPageOf } from './records.ts';
import { categoryOf } from './told.ts';

const forget = (held: Holdings, asked: Forgetting, now = NOW) =>
  forgettingOf(frozen(held), notice, about, asked, LONDON, now);

/** What is held once a forgetting is written down. */
function after(held: Holdings, asked: Forgetting, now = NOW): Holdings {
  const done = forget(held, asked, now);
  if (!done) throw new Error('There was no such thing to forget.');
  const { put, remove, forgetEvents, forgotten } = done.change;
  const anew = new Set(forgotten.map(({ category }) => category));
  return {
    ...held,
    records: held.records
      .filter(({ id }) => !remove.includes(id))
      .map((one) => put.find(({ id }) => id === one.id) ?? one),
    events: held.events.map((one) => (forgetEvents.includes(one.id) ? { ...one, data: null } : one)),
    forgotten: [...(held.forgotten ?? []).filter(({ category }) => !anew.has(category)), ...forgotten],
  };
}

const conclusion = (id: string, topic: string): HoldingRecord =>
  record(id, { category: 'interests', item: 'interest', at: '2026-06-01T12:00:00.000Z', data: { topic } });

const categories = notice.categories.map(({ id }) => id);
const askings: fc.Arbitrary<Forgetting> = fc.oneof(
  fc.constantFrom(...categories).map((id): Forgetting => ({ scope: 'category', id })),
  fc.nat(29).map((index): Forgetting => ({ scope: 'record', id: `r${index}` })),
  fc.constant<Forgetting>({ scope: 'everything' }),
);
const lawfulUses = notice.categories
  .flatMap(({ uses }) => uses)
  .filter(({ basis }) => basis === 'contract' || basis === 'legal_obligation')
  .map(({ id }) => id);

describe('forgetting one record', () => {
  test('removes it, and says until when backups have it', () => {
    expect(forget(holding([record('a'), record('b')]), { scope: 'record', id: 'a' })).toEqual({
      change: { put: [], remove: ['a'], forgetEvents: [], forgotten: [] },
      done: { at: NOW, backupsUntil: '2026-12-22', removed: 1, kept: [], conclusions: 0 },
    });
  });

  test('keeps what contract or law asks for, for their uses alone, and says so', () => {
    const line = orderLine('a');
    const message = record('m', { category: 'messages', item: 'message' });
    const keptFor = ['purchases.deliver', 'purchases.accounts'];
    expect(forget(holding([line]), { scope: 'record', id: 'a' })).toEqual({
      change: { put: [{ ...line, keptFor }], remove: [], forgetEvents: [], forgotten: [] },
      done: {
        at: NOW,
        backupsUntil: '2026-12-22',
        removed: 0,
        kept: [{ category: 'purchases', item: 'order_line', count: 1, keptFor }],
        conclusions: 0,
      },
    });
    expect(forget(holding([message]), { scope: 'record', id: 'm' })?.change.put).toEqual([
      { ...message, keptFor: ['messages.answer', 'messages.claims'] },
    ]);
  });

  test('removes what a contract needs but nobody has to give, and what has to be given but nothing needs it', () => {
    const phone = record('p', { category: 'account', item: 'phone' });
    expect(forget(holding([phone]), { scope: 'record', id: 'p' })?.change.remove).toEqual(['p']);
    const must = {
      ...notice,
      categories: notice.categories.map((one) => ({
        ...one,
        items: one.items.map((item) => ({ ...item, required: 'by_contract' as const })),
      })),
    };
    const shoe = forgettingOf(holding([record('a')]), must, about, { scope: 'record', id: 'a' }, LONDON, NOW);
    expect(shoe?.change.remove).toEqual(['a']);
  });

  test('takes along the conclusions that rested on it alone, and no others', () => {
    const held = holding([
      orderLine('a', { topic: 'nursery' }),
      record('b', { data: { topic: 'garden' } }),
      record('b2', { data: { topic: 'garden' } }),
      conclusion('of a', 'nursery'),
      conclusion('of b', 'garden'),
      conclusion('of nothing', 'study'),
    ]);
    const kept = forget(held, { scope: 'record', id: 'a' });
    expect(kept?.change.remove).toEqual(['of a']);
    expect(kept?.done).toMatchObject({ removed: 0, conclusions: 1 });
    expect(forget(held, { scope: 'record', id: 'b' })?.change.remove).toEqual(['b']);
    const then = after(held, { scope: 'record', id: 'b' });
    expect(forget(then, { scope: 'record', id: 'b2' })?.change.remove).toEqual(['b2', 'of b']);
    expect(forget(held, { scope: 'record', id: 'of b' })?.done).toMatchObject({ removed: 1, conclusions: 0 });
  });

  test('is nothing where there is no such record', () => {
    expect(forget(holding([record('a')]), { scope: 'record', id: 'z' })).toBeNull();
    expect(forget(holding([record('a')]), { scope: 'record' })).toBeNull();
    expect(forget(holding([record('a')]), { scope: 'category', id: 'face' })).toBeNull();
    expect(forget(holding([record('a')]), { scope: 'category' })).toBeNull();
  });
});

describe('forgetting a category', () => {
  const held = holding(
    [
      orderLine('a', { priced: 'member', paid: 4000, topic: 'nursery' }),
      record('o', { category: 'purchases', item: 'order' }),
      record('shoe'),
      conclusion('c', 'nursery'),
    ],
    {
      events: [
        event('e1', { data: { picked: 6 } }),
        event('e2', { use: 'purchases.deliver' }),
        event('e3', { use: 'sizes.advice', data: { size: '39' } }),
      ],
    },
  );
  const purchases: Forgetting = { scope: 'category', id: 'purchases' };

  test('is noted with what is gone and what is kept; its events stay, without their details', () => {
    const done = forget(held, purchases);
    expect(done?.change.forgetEvents).toEqual(['e1', 'e2']);
    expect(done?.change.remove).toEqual(['c']);
    expect(done?.change.forgotten).toEqual([
      {
        category: 'purchases',
        at: NOW,
        backupsUntil: '2026-12-22',
        removed: 0,
        kept: 2,
        keptFor: ['purchases.deliver', 'purchases.accounts'],
      },
    ]);
    const sizes = forget(held, { scope: 'category', id: 'sizes' })?.change.forgotten;
    expect(sizes).toMatchObject([{ category: 'sizes', removed: 1, kept: 0, keptFor: [] }]);
  });

  test('lets what comes later live on as usual', () => {
    const gone = after(held, purchases);
    const later = orderLine('new', { priced: 'member', paid: 4000 }, { at: NOW });
    const { benefits } = ledgerOf({ records: [...gone.records, later] }, notice, null, LONDON, NOW);
    expect(benefits.map(({ id }) => id)).toEqual(['b:new:member_price']);
    const again = forget({ ...gone, records: [...gone.records, later] }, purchases, '2026-12-01T12:00:00.000Z');
    expect(again?.change.put.map(({ id }) => id)).toEqual(['new']);
    expect(again?.change.forgotten).toMatchObject([{ at: '2026-12-01T12:00:00.000Z', kept: 3 }]);
  });

  test('of which nothing is held is no forgetting to tell of', () => {
    const done = forget(held, { scope: 'category', id: 'wishes' });
    expect(done?.change.forgotten).toEqual([]);
    expect(done?.done).toMatchObject({ removed: 0, kept: [] });
  });

  test('leaves nothing of it to any rule but listing', () => {
    fc.assert(
      fc.property(holdings, fc.constantFrom(...categories), (any, id) => {
        const then = after(any, { scope: 'category', id });
        const ids = new Set(then.records.filter(({ category }) => category === id).map((one) => one.id));
        const { benefits } = ledgerOf(then, notice, null, LONDON, NOW);
        expect(benefits.filter((one) => ids.has(one.id.split(':')[1] ?? ''))).toEqual([]);
        const behind = evidenceIn(then);
        for (const one of then.records) expect(behind(one).filter((other) => ids.has(other.id))).toEqual([]);
        const told = activityPageOf(then, notice, about, { category: id, limit: 200 }, LONDON)?.events ?? [];
        expect(told.filter(({ values }) => values !== null)).toEqual([]);
        const listed = recordPageOf(then, notice, about, { category: id, limit: 200 })?.records ?? [];
        expect(new Set(listed.map((one) => one.id))).toEqual(ids);
        expect(listed.filter(({ keptFor }) => keptFor === null || keptFor.length === 0)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('forgetting everything', () => {
  test('leaves what law or contract keep, for uses that nobody can switch off, and nothing else', () => {
    fc.assert(
      fc.property(holdings, (any) => {
        const then = after(any, { scope: 'everything' });
        for (const one of then.records) {
          expect(['order', 'order_line', 'name', 'message']).toContain(one.item);
          expect(one.keptFor?.length).toBeGreaterThan(0);
          expect(one.keptFor?.filter((use) => !lawfulUses.includes(use))).toEqual([]);
        }
        expect(then.events.filter(({ data }) => data !== null)).toEqual([]);
        expect(ledgerOf(then, notice, null, LONDON, NOW).benefits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is noted for each category that had something, and for no other', () => {
    const held = holding([record('a'), record('m', { category: 'messages', item: 'message' })]);
    const done = forget(held, { scope: 'everything' });
    expect(done?.change.forgotten.map(({ category, removed, kept }) => [category, removed, kept])).toEqual([
      ['sizes', 1, 0],
      ['messages', 0, 1],
    ]);
  });
});

describe('forgetting anything', () => {
  test('twice is the same as once', () => {
    fc.assert(
      fc.property(holdings, askings, (any, asked) => {
        fc.pre(forget(any, asked) !== null);
        const once = after(any, asked);
        const again = forget(once, asked, '2026-12-24T12:00:00.000Z');
        // What is gone can be asked for no more; all else is as it was.
        if (again) expect(again.change).toEqual({ put: [], remove: [], forgetEvents: [], forgotten: [] });
        else expect(once.records.some(({ id }) => id === asked.id)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('says what it did: what is gone and kept adds up to what was asked, in words of the contract', () => {
    fc.assert(
      fc.property(holdings, askings, (any, asked) => {
        const found = forget(any, asked);
        if (!found) return;
        const { done, change } = found;
        expect(ForgettingDone.parse({ ...done, replayed: false })).toEqual({ ...done, replayed: false });
        for (const one of change.forgotten) expect(Forgotten.parse(one)).toEqual(one);
        const inScope = any.records.filter(
          ({ id, category }) => asked.scope === 'everything' || asked.id === (asked.scope === 'record' ? id : category),
        );
        expect(done.removed + done.kept.reduce((sum, one) => sum + one.count, 0)).toBe(inScope.length);
        expect(change.remove).toHaveLength(done.removed + done.conclusions);

        const then = after(any, asked);
        const whole = asked.scope === 'record' ? [] : asked.scope === 'category' ? [asked.id] : categories;
        expect(then.events.filter(({ use }) => !whole.includes(categoryOf(use)))).toEqual(
          any.events.filter(({ use }) => !whole.includes(categoryOf(use))),
        );
        const seen = evidenceIn(any);
        const left = evidenceIn(then);
        for (const one of then.records) {
          if (one.item === 'interest' && seen(one).length > 0) expect(left(one).length).toBeGreaterThan(0);
        }
        const listed = holdingsListOf(then, notice, about, LONDON, NOW).categories;
        expect(listed.reduce((sum, { count }) => sum + count, 0)).toBe(any.records.length - change.remove.length);
      }),
      { numRuns: 150 },
    );
  });
});
