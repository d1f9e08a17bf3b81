import { expect } from 'vitest';
import {
  choiceOf,
  decide,
  exactly,
  logOf,
  newKey,
  refusal,
  refusalCode,
  turnOff,
  turnOn,
  type Case,
} from '#tests/conformance/room.ts';

/** What a grant takes, how long it lasts, and what is kept of what did not succeed. */
export const conditionCases: readonly Case[] = [
  {
    name: 'I5: lets a grant lapse when its time is over, without anybody doing anything',
    needs: ['clock'],
    run: async ({ customer, advance }) => {
      const { backend, persona } = await customer();
      await turnOn(backend, 'location.nearby');
      const { decided } = await choiceOf(backend, 'location.nearby');
      expect(decided?.until).toBe('2026-12-06T12:00:00.000Z');
      advance(14 * 86_400_000 - 1);
      await backend.openSession({ demo: persona });
      expect((await choiceOf(backend, 'location.nearby')).effective).toBe('on');
      advance(1);
      expect(await choiceOf(backend, 'location.nearby')).toMatchObject({ effective: 'off', why: 'expired', seq: 1 });
    },
  },
  {
    name: 'lets a grant end when the customer wished, and not later than the use allows',
    needs: ['clock'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const untils = [];
      for (const until of ['2026-11-23T12:00:00.000Z', '2027-11-23T12:00:00.000Z']) {
        untils.push((await turnOn(backend, 'location.nearby', { until })).entry.items[0]?.until);
      }
      expect(untils).toEqual(['2026-11-23T12:00:00.000Z', '2026-12-06T12:00:00.000Z']);
      const past = '2026-11-22T11:59:59.999Z';
      expect(await refusalCode(turnOn(backend, 'location.nearby', { until: past }))).toBe('stale');
    },
  },
  {
    name: 'asks for the words where the use needs it, and never to withdraw',
    needs: [],
    run: async (room) => {
      exactly(room, 'health.advice');
      const { backend } = await room.customer();
      expect(await refusalCode(turnOn(backend, 'health.advice'))).toBe('unseen');
      await turnOn(backend, 'health.advice', { confirmed: true });
      expect((await choiceOf(backend, 'health.advice')).effective).toBe('on');
      await turnOff(backend, 'health.advice');
      expect((await choiceOf(backend, 'health.advice')).effective).toBe('off');
    },
  },
  {
    name: 'asks for the second step where the use needs it, and never to withdraw',
    needs: [],
    run: async (room) => {
      exactly(room, 'profile.score');
      const { backend } = await room.customer();
      expect(await refusalCode(turnOn(backend, 'profile.score'))).toBe('unseen');
      await turnOn(backend, 'profile.score', { confirmed: true });
      expect((await choiceOf(backend, 'profile.score')).effective).toBe('on');
      await turnOff(backend, 'profile.score');
      expect((await choiceOf(backend, 'profile.score')).effective).toBe('off');
    },
  },
  {
    name: 'I9: goes by its own clock, whatever the browser says the time is',
    needs: ['clock'],
    run: async ({ customer, world }) => {
      const { backend } = await customer();
      const { entry } = await backend.decide({
        key: newKey(),
        items: [{ choice: 'browsing.ads', value: 'off' }],
        surface: 'center/overview',
        clientTime: '2031-01-01T00:00:00.000Z',
      });
      expect(entry.at).toBe(world.now());
    },
  },
  {
    name: 'I10: stores nothing for what it refuses, and judges the same key afresh',
    needs: ['versions'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const key = newKey();
      const choice = 'purchases.recommendations';
      expect(await refusalCode(decide(backend, [{ choice, value: 'on' }], key))).toBe('unseen');
      expect(await refusalCode(decide(backend, [{ choice: 'no.such', value: 'off' }], key))).toBe('malformed');
      expect((await backend.getChoices({})).seq).toBe(0);
      const { entry, replayed } = await decide(backend, [{ choice, value: 'off' }], key);
      expect([entry.seq, replayed]).toEqual([1, false]);
    },
  },
  {
    name: 'refuses a command that cannot be understood: an unknown choice or option, a choice twice',
    needs: [],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const off = { choice: 'browsing.ads', value: 'off' };
      for (const items of [
        [{ choice: 'purchases.delivery', value: 'off' }],
        [{ choice: 'browsing.ads', value: 'weekly' }],
        [off, off],
        [off, { choice: 'no.such', value: 'off' }],
      ]) {
        const { code, detail } = await refusal(decide(backend, items));
        expect(code).toBe('malformed');
        expect(detail.length).toBeGreaterThan(20);
      }
      expect((await backend.getChoices({})).seq).toBe(0);
    },
  },
  {
    name: 'I8: answers "busy" when it could not write, and has then written nothing',
    needs: ['faults', 'history', 'idempotency'],
    run: async ({ customer, failNext }) => {
      const { backend } = await customer();
      const key = newKey();
      failNext('before_writing');
      expect(await refusalCode(decide(backend, [{ choice: 'browsing.ads', value: 'off' }], key))).toBe('busy');
      expect(await logOf(backend)).toEqual([]);
      expect((await decide(backend, [{ choice: 'browsing.ads', value: 'off' }], key)).replayed).toBe(false);
    },
  },
  {
    name: 'I8: settles an unknown outcome by the same key, once',
    needs: ['faults', 'history', 'idempotency'],
    run: async ({ customer, failNext }) => {
      const { backend } = await customer();
      const key = newKey();
      failNext('after_writing');
      expect(await refusalCode(decide(backend, [{ choice: 'browsing.ads', value: 'off' }], key))).toBe('busy');
      const { replayed, entry } = await decide(backend, [{ choice: 'browsing.ads', value: 'off' }], key);
      expect([replayed, entry.seq]).toEqual([true, 1]);
      expect(await logOf(backend)).toEqual([entry]);
    },
  },
];
