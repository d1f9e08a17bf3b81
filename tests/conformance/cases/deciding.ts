import { expect } from 'vitest';
import {
  choiceOf,
  decide,
  logOf,
  newKey,
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

export const decidingCases: readonly Case[] = [
  {
    name: 'lists what the customer may decide, and what is true before anyone has',
    needs: [],
    run: async ({ customer }) => {
      const { notice, seq, signal, choices } = await (await customer()).backend.getChoices({});
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
      expect(choices).toEqual(expected);
    },
  },
  {
    name: 'records a grant of what was on screen, and shows it from then on',
    needs: ['clock'],
    run: async ({ customer, world, advance }) => {
      const { backend } = await customer();
      advance(1234);
      const { entry, replayed } = await turnOn(backend, 'purchases.recommendations');
      const at = world.now();
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
    needs: ['versions'],
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
      const { choices } = await backend.getChoices({});
      expect(choices.filter((one) => one.effective === 'on').map((one) => one.choice)).toEqual([
        'purchases.partners',
        'browsing.ads',
      ]);
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
    name: 'asks for the words, or the second step, where the use needs them, and never to withdraw',
    needs: [],
    run: async ({ customer }) => {
      const { backend } = await customer();
      for (const choice of ['health.advice', 'profile.score']) {
        expect(await refusalCode(turnOn(backend, choice))).toBe('unseen');
        await turnOn(backend, choice, { confirmed: true });
        expect((await choiceOf(backend, choice)).effective).toBe('on');
        await turnOff(backend, choice);
        expect((await choiceOf(backend, choice)).effective).toBe('off');
      }
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
    needs: ['history', 'idempotency'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const key = newKey();
      const choice = 'purchases.recommendations';
      expect(await refusalCode(decide(backend, [{ choice, value: 'on' }], key))).toBe('unseen');
      expect(await refusalCode(decide(backend, [{ choice: 'no.such', value: 'off' }], key))).toBe('malformed');
      expect(await logOf(backend)).toEqual([]);
      const { entry, replayed } = await decide(backend, [{ choice, value: 'off' }], key);
      expect([entry.seq, replayed]).toEqual([1, false]);
    },
  },
  {
    name: 'refuses a command that cannot be understood: an unknown choice or option, a choice twice',
    needs: ['history'],
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
      expect(await logOf(backend)).toEqual([]);
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
