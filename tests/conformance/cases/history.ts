import { expect } from 'vitest';
import { verifyReceipt, type ReceiptClaims } from '#rules/receipt.ts';
import { decide, logOf, newKey, refusalCode, turnOff, turnOn, type Case } from '#tests/conformance/room.ts';
import type { Backend } from '#backend/port.ts';
import { inSuiteWords } from '#tests/conformance/foreign/cast.ts';
import { pastOfLife } from '#tests/conformance/world.ts';

const claimsOf = async (backend: Backend, jws: string): Promise<ReceiptClaims> => {
  const { receipts } = await backend.getCapabilities({});
  const verified = await verifyReceipt(jws, receipts?.keys ?? []);
  if (!verified.ok) throw new Error(`${verified.problem}: ${verified.detail}`);
  return inSuiteWords(backend, verified.claims);
};

export const historyCases: readonly Case[] = [
  {
    name: 'lists an empty log',
    needs: ['history'],
    run: async ({ customer }) => {
      expect(await (await customer()).backend.listDecisions({})).toEqual({ entries: [], next: null, head: null });
    },
  },
  {
    name: 'lists decisions newest first, in pages that fit together, each entry as it was answered',
    needs: ['history'],
    run: async ({ customer, advance }) => {
      const { backend } = await customer();
      const answered = [];
      for (let count = 0; count < 7; count++) {
        answered.unshift((await turnOff(backend, 'browsing.ads')).entry);
        advance(1000);
      }
      const first = await backend.listDecisions({ limit: 3 });
      expect(first.entries).toEqual(answered.slice(0, 3));
      expect(first.head).toBe(answered[0]?.hash);
      // What is decided while somebody reads moves no page.
      await turnOff(backend, 'purchases.insight');
      const second = await backend.listDecisions({ limit: 3, cursor: first.next ?? '' });
      const third = await backend.listDecisions({ limit: 3, cursor: second.next ?? '' });
      expect([...second.entries, ...third.entries]).toEqual(answered.slice(3));
      expect(third.next).toBe(null);
      expect((await logOf(backend, 1)).map((entry) => entry.seq)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    },
  },
  {
    name: 'ends a page that is exactly full without promising another',
    needs: ['history'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      await turnOff(backend, 'browsing.ads');
      await turnOff(backend, 'browsing.ads');
      expect((await backend.listDecisions({ limit: 2 })).next).toBe(null);
    },
  },
  {
    name: 'refuses a cursor that it did not give out',
    needs: ['history'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      for (const cursor of ['', '1', 's', 's01', 'sZ', 's-1', "' OR 1=1 --", '\u0000', 'szzzzzzzzzzzz']) {
        expect(await refusalCode(backend.listDecisions({ cursor }))).toBe('malformed');
      }
    },
  },
  {
    name: 'shows the past of a customer who was here before, once, however many sessions open at a time',
    needs: ['history'],
    run: async ({ customer }) => {
      await Promise.all([1, 2, 3, 4].map(() => customer('life-1')));
      // And once more, when all of them are in.
      const log = await logOf((await customer('life-1')).backend);
      expect(log.map(({ at, by }) => ({ at, by }))).toEqual(pastOfLife.map(({ at, by }) => ({ at, by })).toReversed());
    },
  },
  {
    name: 'signs every decision, and gives the same receipt again by its number',
    needs: ['receipts'],
    run: async ({ customer, target, world }) => {
      const { backend } = await customer();
      const { entry, receipt } = await turnOn(backend, 'purchases.recommendations');
      expect(await backend.getReceipt({ seq: 1 })).toEqual({ receipt });
      const claims = await claimsOf(backend, receipt);
      expect(claims.entry).toEqual(entry);
      expect(claims.previous).toBe(null);
      expect(claims.iss).toContain(target.foreign?.brand ?? world.brands[0]);
      expect(claims.evidence).toMatch(/^[0-9a-f]{64}$/);
      const { payload = '' } = /^[^.]+\.(?<payload>[^.]+)\./.exec(receipt)?.groups ?? {};
      const forged = receipt.replace(payload, `${payload.slice(0, -4)}AAAA`);
      await expect(claimsOf(backend, forged)).rejects.toThrow(/bad_signature|not_a_receipt/);
    },
  },
  {
    name: 'I6: chains every entry to the one before, the signal and the demo past included',
    needs: ['receipts', 'history'],
    run: async ({ customer }) => {
      const { backend, browser } = await customer('life-2');
      await turnOff(backend, 'browsing.ads');
      browser.gpc = true;
      await decide(backend, [{ choice: 'purchases.insight', value: 'off' }]);
      const log = (await logOf(backend)).toReversed();
      expect(log.map((entry) => entry.by)).toEqual(['customer', 'customer', 'gpc', 'customer', 'gpc', 'customer']);
      let previous: string | null = null;
      for (const entry of log) {
        // That the hash follows from `previous` and the entry is part of verifying the receipt.
        const claims = await claimsOf(backend, (await backend.getReceipt({ seq: entry.seq })).receipt);
        expect(claims.previous).toBe(previous);
        expect(claims.entry).toEqual(entry);
        previous = entry.hash;
      }
      expect((await backend.listDecisions({})).head).toBe(previous);
    },
  },
  {
    name: 'I7: puts nothing into a receipt that says who the customer is',
    needs: ['receipts'],
    run: async ({ customer }) => {
      const { backend, persona } = await customer('fresh-secret-name');
      const { receipt } = await backend.decide({
        key: newKey(),
        items: [{ choice: 'browsing.ads', value: 'off' }],
        surface: 'center/surface-of-mine',
      });
      const text = JSON.stringify(await claimsOf(backend, receipt));
      for (const told of [persona, 'Robin', 'surface-of-mine', '127.0.0.0/24']) expect(text).not.toContain(told);
    },
  },
  {
    name: 'has no receipt for a decision that was not made',
    needs: ['receipts'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      await turnOff(backend, 'browsing.ads');
      expect(await refusalCode(backend.getReceipt({ seq: 2 }))).toBe('not_found');
    },
  },
];
