import { expect } from 'vitest';
import { decide, logOf, newKey, refusal, turnOff, type Case } from '#tests/conformance/room.ts';

const off = (choice: string) => [{ choice, value: 'off' }];

export const idempotencyCases: readonly Case[] = [
  {
    name: 'stores a key once and answers it alike, in every session of the customer',
    needs: ['idempotency', 'history'],
    run: async ({ customer, advance }) => {
      const first = await customer();
      const second = await customer(first.persona);
      const key = newKey();
      const { replayed, ...made } = await decide(first.backend, off('browsing.ads'), key);
      await turnOff(first.backend, 'browsing.ads');
      advance(60_000);
      const again = await decide(second.backend, off('browsing.ads'), key);
      expect(replayed).toBe(false);
      expect(again).toEqual({ ...made, replayed: true });
      expect(await logOf(first.backend)).toHaveLength(2);
    },
  },
  {
    name: 'I3: answers a replay with the outcomes of the first time, whatever has changed since',
    needs: ['idempotency', 'versions'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const key = newKey();
      await turnOff(backend, 'purchases.recommendations');
      const items = [
        { choice: 'purchases.recommendations', value: 'on', seen: { seq: 0, notice: 1 } },
        { choice: 'browsing.ads', value: 'off' },
      ];
      const first = await decide(backend, items, key);
      expect(first.entry.items.map((item) => item.outcome)).toEqual(['stale', 'applied']);
      await turnOff(backend, 'browsing.ads');
      expect(await decide(backend, items, key)).toEqual({ ...first, replayed: true });
    },
  },
  {
    name: 'refuses a key that comes with another command',
    needs: ['idempotency', 'history'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const key = newKey();
      await decide(backend, off('browsing.ads'), key);
      const { code, status } = await refusal(decide(backend, off('purchases.insight'), key));
      expect([code, status]).toEqual(['key_reused', 422]);
      expect(await logOf(backend)).toHaveLength(1);
    },
  },
  {
    name: 'takes the same key of two customers for two intents',
    needs: ['idempotency'],
    run: async ({ customer }) => {
      const one = await customer();
      const other = await customer();
      const key = newKey();
      await decide(one.backend, off('browsing.ads'), key);
      expect((await decide(other.backend, off('purchases.insight'), key)).replayed).toBe(false);
    },
  },
  {
    name: 'stores a key once that comes ten times at the same moment',
    needs: ['idempotency', 'history'],
    run: async ({ customer }) => {
      const { backend, persona } = await customer();
      const tab = await customer(persona);
      const key = newKey();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => decide(index % 2 ? tab.backend : backend, off('browsing.ads'), key)),
      );
      expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
      expect(new Set(answers.map((answer) => JSON.stringify([answer.entry, answer.receipt]))).size).toBe(1);
      expect(await logOf(backend)).toHaveLength(1);
    },
  },
  {
    name: 'I6: numbers densely what comes at the same moment, and lets one of two equal grants win',
    needs: ['history', 'versions'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const seen = { seq: 0, notice: 1 };
      const grant = () =>
        decide(backend, [{ choice: 'purchases.recommendations', value: 'on', seen }]).then(
          () => 'applied',
          (error: { code: string }) => error.code,
        );
      const withdrawals = Array.from({ length: 8 }, () => turnOff(backend, 'browsing.ads'));
      const grants = await Promise.all([grant(), grant()]);
      await Promise.all(withdrawals);
      expect(grants.toSorted((a, b) => a.localeCompare(b))).toEqual(['applied', 'stale']);
      expect((await logOf(backend)).map((entry) => entry.seq)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    },
  },
];
