import { describe, expect, test } from 'vitest';
import type { HoldingsStore } from '#backend/holdings-store.ts';
import { memoryHoldings } from '#backend/memory/memory-holdings.ts';
import { unkept } from '#backend/memory/snapshot.ts';
import { turns } from '#backend/turns.ts';
import type { HoldingRecord } from '#rules/holdings.ts';
import { doDeed, type DeedPorts, type Wish } from './deed.ts';
import type { Who } from './held-now.ts';

const now = '2026-11-22T12:00:00.000Z';
const who: Who = { holder: { demo: async () => null }, subject: { brand: 'a-brand', id: 'id' }, persona: null };
const record = (id: string): HoldingRecord => ({ id, category: 'a', item: 'b', at: now, label: id, data: {} });

/** Adds a record that is named by how many there are. */
const adding = (key: string, asked: object = {}): Wish => ({
  kind: 'answer',
  key,
  asked: { ...asked },
  plan: ({ records }) => ({ change: { put: [record(`r${records.length}`)] }, told: { count: records.length + 1 } }),
});

const unthinkable = () => {
  throw new Error('unthinkable');
};

const portsOver = (holdings: HoldingsStore): DeedPorts => ({ holdings, now: () => now, inTurn: turns() });

const idsIn = async (store: HoldingsStore) => (await store.read(who.subject))?.holdings.records.map(({ id }) => id);

describe('a deed', () => {
  test('is thought out again on what is held by then, where another process was first', async () => {
    const store = memoryHoldings(unkept());
    // Two servers: each has turns of its own.
    const servers = [portsOver(store), portsOver(store), portsOver(store)];
    const keys = ['key-one-00000000', 'key-two-00000000', 'key-three-000000'];
    const done = await Promise.all(servers.map((ports, index) => doDeed(ports, who, adding(keys[index] ?? ''))));
    expect(await idsIn(store)).toEqual(['r0', 'r1', 'r2']);
    expect(new Set(done.map(({ told }) => JSON.stringify(told)))).toEqual(
      new Set(['{"count":1}', '{"count":2}', '{"count":3}']),
    );
    expect(done.map(({ replayed }) => replayed)).toEqual([false, false, false]);
  });

  test('is done once by two processes that are sent the same key at the same moment', async () => {
    const store = memoryHoldings(unkept());
    const wish = adding('key-of-both-0000');
    const done = await Promise.all([doDeed(portsOver(store), who, wish), doDeed(portsOver(store), who, wish)]);
    expect(done.filter(({ replayed }) => replayed)).toHaveLength(1);
    expect(done.map(({ told }) => told)).toEqual([{ count: 1 }, { count: 1 }]);
    expect(await idsIn(store)).toEqual(['r0']);
  });

  test('gives up as busy after five attempts, and then nothing has changed', async () => {
    const store = memoryHoldings(unkept());
    let attempts = 0;
    const crowded: HoldingsStore = {
      ...store,
      async change() {
        attempts += 1;
        return 'moved';
      },
    };
    await expect(doDeed(portsOver(crowded), who, adding('key-crowded-0000'))).rejects.toThrow(/^busy: /);
    expect([attempts, await idsIn(store)]).toEqual([5, []]);
  });

  test('that was stored though its answer was lost is told again, and not done again', async () => {
    const store = memoryHoldings(unkept());
    const cut: HoldingsStore = {
      ...store,
      async change(write) {
        await store.change(write);
        throw new Error('the connection was cut');
      },
    };
    const wish = adding('key-of-a-lost-one');
    await expect(doDeed(portsOver(cut), who, wish)).rejects.toThrow('cut');
    expect(await doDeed(portsOver(store), who, wish)).toMatchObject({ replayed: true, told: { count: 1 } });
    expect(await idsIn(store)).toEqual(['r0']);
  });

  test('is refused under a key that was used for anything else, before it is thought of', async () => {
    const store = memoryHoldings(unkept());
    const key = 'key-used-before-0';
    await doDeed(portsOver(store), who, adding(key));
    for (const other of [adding(key, { value: 3 }), { ...adding(key), kind: 'judge' as const }]) {
      await expect(doDeed(portsOver(store), who, { ...other, plan: unthinkable })).rejects.toThrow(/^key_reused: /);
    }
  });

  test('of which only the key is known, since something was forgotten, is told again, and under no other kind', async () => {
    const store = memoryHoldings(unkept());
    const ports = portsOver(store);
    const key = 'key-of-an-earlier';
    await doDeed(ports, who, adding(key));
    const forgets: Wish = {
      kind: 'forget',
      key: 'key-of-forgetting',
      asked: {},
      plan: () => ({ change: { remove: ['r0'] } }),
    };
    await doDeed(ports, who, forgets);
    expect(await doDeed(ports, who, adding(key))).toMatchObject({ replayed: true, told: { count: 1 } });
    expect(await idsIn(store)).toEqual([]);
    const judges = { ...adding(key), kind: 'judge' as const, plan: unthinkable };
    await expect(doDeed(ports, who, judges)).rejects.toThrow(/^key_reused: /);
  });

  test('asks for whole characters, since a command must have one name only', async () => {
    const store = memoryHoldings(unkept());
    const half = adding('key-half-a-letter', { value: '\ud800' });
    await expect(doDeed(portsOver(store), who, half)).rejects.toThrow(/^malformed: /);
    // What only looks like one is what somebody typed.
    const typed = adding('key-of-a-whole-one', { value: String.raw`\ud800` });
    expect(await doDeed(portsOver(store), who, typed)).toMatchObject({ replayed: false });
  });

  test('is not stored where it cannot be, so that the same key can be sent again', async () => {
    const store = memoryHoldings(unkept());
    const ports = portsOver(store);
    const key = 'key-refused-first';
    await expect(doDeed(ports, who, { ...adding(key), plan: unthinkable })).rejects.toThrow('unthinkable');
    expect(await doDeed(ports, who, adding(key))).toMatchObject({ replayed: false });
  });
});
