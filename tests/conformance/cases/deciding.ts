import { expect } from 'vitest';
import {
  choiceOf,
  decide,
  exactly,
  refusal,
  refusalCode,
  seenNow,
  turnOff,
  turnOn,
  type Case,
} from '#tests/conformance/room.ts';

/** What is true of the test brand's choices before anyone decides. */
const before: Readonly<Record<string, 'on' | 'off'>> = {
  'purchases.recommendations': 'off',
  'purchases.insight': 'on',
  'purchases.partners': 'off',
  'browsing.ads': 'on',
  'browsing.sale': 'off',
  'browsing.offers': 'off',
  'health.advice': 'off',
  'location.nearby': 'off',
  'profile.score': 'off',
};

const byName = (one: { choice: string }, other: { choice: string }) => one.choice.localeCompare(other.choice);

export const decidingCases: readonly Case[] = [
  {
    name: 'lists what the customer may decide, and what is true before anyone has',
    needs: [],
    run: async (room) => {
      exactly(room, ...Object.keys(before));
      const { notice, seq, signal, choices } = await (await room.customer()).backend.getChoices({});
      expect({ version: notice.version, seq, signal }).toEqual({
        version: 1,
        seq: 0,
        signal: { gpc: false, recordedAt: null },
      });
      const expected = Object.entries(before).map(([choice, effective]) => ({
        choice,
        decided: null,
        effective,
        why: 'default',
        since: null,
        seq: 0,
      }));
      // Another brand has further choices, in an order of its own.
      const ours = choices.filter((one) => one.choice in before);
      expect(ours.toSorted(byName)).toEqual(expected.toSorted(byName));
    },
  },
  {
    name: 'records a grant of what was on screen, and shows it from then on',
    needs: [],
    run: async ({ can, customer, world, advance }) => {
      const { backend } = await customer();
      advance(1234);
      const { entry, replayed } = await turnOn(backend, 'purchases.recommendations');
      const at = (await can('clock')) ? world.now() : entry.at;
      advance(1000);
      expect(replayed).toBe(false);
      expect(entry).toMatchObject({ seq: 1, at, by: 'customer', notice: { version: 1 }, raced: false });
      expect(entry.items).toEqual([
        {
          choice: 'purchases.recommendations',
          value: 'on',
          outcome: 'applied',
          before: null,
          seq: 1,
          until: null,
          gpcAck: false,
        },
      ]);
      expect(await choiceOf(backend, 'purchases.recommendations')).toEqual({
        choice: 'purchases.recommendations',
        decided: { value: 'on', at, by: 'customer', notice: 1, until: null, gpcAck: false },
        effective: 'on',
        why: 'customer',
        since: at,
        seq: 1,
      });
    },
  },
  {
    name: 'I1: applies a withdrawal whatever it has seen: nothing, something old, another notice',
    needs: [],
    run: async ({ customer }) => {
      const { backend } = await customer();
      for (const seen of [undefined, { seq: 7, notice: 1 }, { seq: 0, notice: 99 }]) {
        await turnOn(backend, 'purchases.recommendations');
        const { entry } = await decide(backend, [{ choice: 'purchases.recommendations', value: 'off', seen }]);
        expect(entry.items[0]?.outcome).toBe('applied');
        expect((await choiceOf(backend, 'purchases.recommendations')).effective).toBe('off');
      }
    },
  },
  {
    name: 'I1: refuses a grant that has seen nothing, another notice, or a choice that has moved, and shows what holds',
    needs: ['versions'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const choice = 'purchases.recommendations';
      await turnOff(backend, choice);
      const outcomes = [];
      for (const seen of [undefined, { seq: 1, notice: 99 }, { seq: 0, notice: 1 }]) {
        const { code, status, current } = await refusal(decide(backend, [{ choice, value: 'on', seen }]));
        outcomes.push([code, status]);
        expect(current).toEqual([await choiceOf(backend, choice)]);
      }
      expect(outcomes).toEqual([
        ['unseen', 428],
        ['notice_changed', 409],
        ['stale', 412],
      ]);
      expect((await backend.getChoices({})).seq).toBe(1);
    },
  },
  {
    name: 'I2: turning off what is off is recorded, and fences off a grant under way',
    needs: ['versions'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const choice = 'purchases.recommendations';
      const seen = await seenNow(backend, choice);
      const { entry } = await turnOff(backend, choice);
      expect(entry.items[0]).toMatchObject({ before: null, outcome: 'applied', seq: 1 });
      expect(await refusalCode(decide(backend, [{ choice, value: 'on', seen }]))).toBe('stale');
    },
  },
  {
    name: 'I3: applies the withdrawals of a command whose grants are stale, and says what became of each',
    needs: ['versions'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      await turnOff(backend, 'purchases.recommendations');
      const { entry } = await decide(backend, [
        { choice: 'purchases.recommendations', value: 'on', seen: { seq: 0, notice: 1 } },
        { choice: 'browsing.offers', value: 'on', seen: { seq: 0, notice: 99 } },
        { choice: 'location.nearby', value: 'on' },
        { choice: 'purchases.insight', value: 'off' },
        { choice: 'purchases.partners', value: 'on', seen: { seq: 0, notice: 1 } },
      ]);
      expect(entry.items.map((item) => [item.outcome, item.seq])).toEqual([
        ['stale', 1],
        ['notice_changed', 0],
        ['unseen', 0],
        ['applied', 2],
        ['applied', 2],
      ]);
      const held = [];
      for (const { choice } of entry.items) held.push((await choiceOf(backend, choice)).effective);
      expect(held).toEqual(['off', 'off', 'off', 'off', 'on']);
    },
  },
  {
    name: 'I4: says that the choice had moved under a withdrawal',
    needs: ['versions'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const seen = await seenNow(backend, 'browsing.ads');
      await turnOff(backend, 'browsing.ads');
      expect((await decide(backend, [{ choice: 'browsing.ads', value: 'off', seen }])).entry.raced).toBe(true);
    },
  },
];
