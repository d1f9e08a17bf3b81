import { describe, expect, test } from 'vitest';
import type { Forgetting } from '#contract/holdings.ts';
import { frozen } from './arbitraries.ts';
import { forgettingOf } from './forget.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { inferencesOf } from './inferences.ts';
import { about, changedBy, event, holding, LONDON, NOW, notice, orderLine, record } from './holdings-arbitraries.ts';
import { ledgerOf } from './ledger.ts';

const forget = (held: Holdings, asked: Forgetting, now = NOW) =>
  forgettingOf(frozen(held), notice, about, asked, LONDON, now);

/** What is held once a forgetting is written down. */
function after(held: Holdings, asked: Forgetting, now = NOW): Holdings {
  const done = forget(held, asked, now);
  if (!done) throw new Error('There was no such thing to forget.');
  return changedBy(held, done.change);
}

const conclusion = (id: string, topic: string): HoldingRecord =>
  record(id, { category: 'interests', item: 'interest', at: '2026-06-01T12:00:00.000Z', data: { topic } });

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

  test('keeps what has to be given for a contract, though no law asks for it', () => {
    const name = record('n', { category: 'account', item: 'name' });
    const put = forget(holding([name]), { scope: 'record', id: 'n' })?.change.put;
    expect(put).toEqual([{ ...name, keptFor: ['account.run'] }]);
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

describe('what may never be concluded', () => {
  const prohibition = record('never.1', {
    category: 'interests',
    item: 'never',
    data: { topic: 'nursery', forbidden: true },
  });
  const held = holding([conclusion('c', 'garden'), prohibition]);

  test.each([{ scope: 'category', id: 'interests' }, { scope: 'everything' }] satisfies Forgetting[])(
    'outlives the forgetting of $scope, for the uses that must not conclude it, and is told of',
    (asked) => {
      const found = forget(held, asked);
      expect(found?.change.remove).toEqual(['c']);
      expect(found?.change.put).toEqual([{ ...prohibition, keptFor: ['interests.home'] }]);
      expect(found?.done).toMatchObject({
        removed: 1,
        kept: [{ category: 'interests', item: 'never', count: 1, keptFor: ['interests.home'], forbids: true }],
      });
      expect(found?.change.forgotten).toMatchObject([{ removed: 1, kept: 1, keptFor: ['interests.home'] }]);
      const later = { ...conclusion('later', 'nursery'), at: NOW };
      const then = after(held, asked);
      const { inferences, forbidden } = inferencesOf(
        { ...then, records: [...then.records, later] },
        notice,
        about,
        NOW,
      );
      expect(inferences).toEqual([]);
      expect(forbidden.map(({ id }) => id)).toEqual(['never.1']);
    },
  );

  test('is gone once the customer forgets that very record, also when all else was forgotten before', () => {
    expect(forget(held, { scope: 'record', id: 'never.1' })?.change).toMatchObject({ put: [], remove: ['never.1'] });
    const then = after(held, { scope: 'everything' });
    expect(forget(then, { scope: 'record', id: 'never.1' })?.change).toMatchObject({ put: [], remove: ['never.1'] });
  });

  test('is kept as well where no use of the notice needs its item', () => {
    const useless = {
      ...notice,
      categories: notice.categories.map((one) => ({ ...one, items: one.items.map((item) => ({ ...item, uses: [] })) })),
    };
    const asked: Forgetting = { scope: 'everything' };
    const found = forgettingOf(holding([prohibition]), useless, about, asked, LONDON, NOW);
    expect(found?.change).toMatchObject({ put: [{ id: 'never.1', keptFor: [] }], remove: [] });
    const then = forgettingOf(holding(found?.change.put ?? []), useless, about, asked, LONDON, NOW);
    expect(then?.change).toMatchObject({ put: [], remove: [], forgotten: [] });
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

  test('of which only events are left is noted as well', () => {
    const left = holding([], { events: [event('e', { use: 'sizes.advice', data: { size: '39' } })] });
    const change = forget(left, { scope: 'category', id: 'sizes' })?.change;
    expect(change?.forgetEvents).toEqual(['e']);
    expect(change?.forgotten).toMatchObject([{ category: 'sizes', removed: 0, kept: 0 }]);
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
});

describe('forgetting everything', () => {
  test('says what is kept in the order of the notice, however the records lie', () => {
    const held = holding([
      record('m', { category: 'messages', item: 'message' }),
      orderLine('a'),
      record('o', { category: 'purchases', item: 'order' }),
    ]);
    const kept = forget(held, { scope: 'everything' })?.done.kept;
    expect(kept?.map(({ item, count }) => [item, count])).toEqual([
      ['order', 1],
      ['order_line', 1],
      ['message', 1],
    ]);
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
