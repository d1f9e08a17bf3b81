import { expect } from 'vitest';
import { verifyReceipt } from '#rules/receipt.ts';
import { choiceOf, logOf, refusalCode, turnOff, turnOn, type Case } from '#tests/conformance/room.ts';

/** What a browser decided before somebody signed in on it becomes theirs, where it is the more protective. */
export const linkingCases: readonly Case[] = [
  {
    name: 'joins what the browser had turned off to the customer who signs in, as one entry of the device',
    needs: ['browserSubject', 'history'],
    run: async ({ visitor, customer }) => {
      const { persona, backend: desktop } = await customer();
      await turnOn(desktop, 'purchases.recommendations');
      const { backend } = visitor();
      await backend.openSession({});
      await turnOff(backend, 'purchases.insight');
      await turnOff(backend, 'purchases.recommendations');
      await backend.openSession({ demo: persona });
      const [joined, ...older] = await logOf(backend);
      expect(older).toHaveLength(1);
      expect(joined).toMatchObject({ seq: 2, by: 'device', raced: false });
      expect(joined?.items.map(({ choice, value, outcome, before }) => [choice, value, outcome, before])).toEqual([
        ['purchases.insight', 'off', 'applied', null],
        ['purchases.recommendations', 'off', 'applied', 'on'],
      ]);
      const expected = { effective: 'off', why: 'device', since: joined?.at, seq: 2 };
      for (const where of [backend, desktop])
        expect(await choiceOf(where, 'purchases.recommendations')).toMatchObject(expected);
    },
  },
  {
    name: 'signs a receipt of what it joined, without any evidence',
    needs: ['browserSubject', 'receipts'],
    run: async ({ visitor, customer }) => {
      const { persona } = await customer();
      const { backend } = visitor();
      await backend.openSession({});
      await turnOff(backend, 'browsing.ads');
      await backend.openSession({ demo: persona });
      const { receipt } = await backend.getReceipt({ seq: 1 });
      const { receipts } = await backend.getCapabilities({});
      const verified = await verifyReceipt(receipt, receipts?.keys ?? []);
      expect(verified).toMatchObject({ ok: true, claims: { entry: { by: 'device' }, evidence: null } });
    },
  },
  {
    name: 'makes no grant of a device one of the account, and writes nothing where there is nothing to join',
    needs: ['browserSubject', 'history'],
    run: async ({ visitor, customer }) => {
      const { persona, backend: desktop } = await customer();
      await turnOff(desktop, 'browsing.ads');
      const { backend } = visitor();
      await backend.openSession({});
      await backend.openSession({ demo: persona });
      expect(await logOf(backend)).toHaveLength(1);
      const again = visitor().backend;
      await again.openSession({});
      await turnOff(again, 'browsing.ads');
      await again.openSession({ demo: persona });
      expect(await logOf(again)).toHaveLength(1);
    },
  },
  {
    name: 'joins nothing of another brand, and nothing of a customer who was signed in before',
    needs: ['browserSubject', 'history'],
    run: async ({ visitor, customer, world }) => {
      const { persona, browser, backend } = await customer();
      await turnOff(backend, 'browsing.ads');
      await backend.openSession({ demo: `${persona}-other` });
      expect(await logOf(backend)).toEqual([]);
      const elsewhere = browser.at(world.brands[1]);
      await elsewhere.openSession({});
      await turnOff(elsewhere, 'browsing.ads');
      await backend.openSession({ demo: `${persona}-third` });
      expect(await logOf(backend)).toEqual([]);
      expect(await refusalCode(visitor().backend.getChoices({}))).toBe('signed_out');
    },
  },
  {
    name: 'starts the browser anew when the customer signs out, and lets them turn on again what was joined',
    needs: ['browserSubject', 'history'],
    run: async ({ visitor, customer }) => {
      const { persona } = await customer();
      const { backend } = visitor();
      await backend.openSession({});
      await turnOff(backend, 'purchases.insight');
      await backend.openSession({ demo: persona });
      await turnOn(backend, 'purchases.insight');
      await backend.closeSession({});
      await backend.openSession({});
      expect(await choiceOf(backend, 'purchases.insight')).toMatchObject({ effective: 'on', why: 'default', seq: 0 });
      await backend.openSession({ demo: persona });
      expect(await choiceOf(backend, 'purchases.insight')).toMatchObject({ effective: 'on', why: 'customer', seq: 2 });
      expect(await logOf(backend)).toHaveLength(2);
    },
  },
  {
    name: 'joins once, however many sign in at the same moment from the same browser',
    needs: ['browserSubject', 'history'],
    run: async ({ visitor, customer }) => {
      const { persona, backend: desktop } = await customer();
      await turnOn(desktop, 'purchases.recommendations');
      const { backend } = visitor();
      await backend.openSession({});
      await turnOff(backend, 'purchases.recommendations');
      await Promise.all(Array.from({ length: 8 }, () => backend.openSession({ demo: persona })));
      expect((await logOf(desktop)).map(({ by }) => by)).toEqual(['device', 'customer']);
    },
  },
  {
    name: 'joins at the next try what it could not write at the first, and once only',
    needs: ['browserSubject', 'history', 'faults'],
    run: async ({ visitor, customer, failNext }) => {
      for (const fault of ['before_writing', 'after_writing'] as const) {
        const { persona, backend: desktop } = await customer();
        const { backend } = visitor();
        await backend.openSession({});
        await turnOff(backend, 'browsing.ads');
        failNext(fault);
        expect(await refusalCode(backend.openSession({ demo: persona }))).toBe('busy');
        await backend.openSession({ demo: persona });
        expect((await logOf(desktop)).map(({ by }) => by)).toEqual(['device']);
      }
    },
  },
];
