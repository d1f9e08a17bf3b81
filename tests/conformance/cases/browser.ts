import { expect } from 'vitest';
import { choiceOf, decide, logOf, refusal, refusalCode, turnOff, turnOn, type Case } from '#tests/conformance/room.ts';
import { fromOurPage, wire } from '#tests/conformance/wire-request.ts';
import { apiOf, openByWire } from '#tests/conformance/wire-room.ts';

/** What a cookie says beside its value and its end. */
const flagsOf = (cookie = ''): string => cookie.replace(/=[^;]*/, '').replace(/Expires=[^;]+/, 'Expires');

/** A browser in which nobody signed in: it may withdraw and read its own choices, and nothing else. */
export const browserCases: readonly Case[] = [
  {
    name: 'lets a browser without a customer withdraw and read, and not grant',
    needs: ['browserSubject'],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      expect((await backend.openSession({})).customer.name).toBe('');
      await turnOff(backend, 'browsing.ads');
      expect(await choiceOf(backend, 'browsing.ads')).toMatchObject({ effective: 'off', why: 'customer', seq: 1 });
      expect(await refusalCode(turnOn(backend, 'purchases.recommendations'))).toBe('forbidden');
      const seen = { seq: 0, notice: 1 };
      const mixed = await decide(backend, [
        { choice: 'purchases.recommendations', value: 'on', seen },
        { choice: 'purchases.insight', value: 'off', seen },
      ]);
      expect(mixed.entry.items.map((item) => item.outcome)).toEqual(['unseen', 'applied']);
      expect((await choiceOf(backend, 'purchases.recommendations')).effective).toBe('off');
    },
  },
  {
    name: 'shows nothing of the customer who was signed in to the same browser without one',
    needs: ['browserSubject'],
    run: async ({ customer }) => {
      const { backend, persona } = await customer();
      await turnOn(backend, 'purchases.recommendations');
      await backend.openSession({});
      expect((await backend.getChoices({})).seq).toBe(0);
      await backend.openSession({ demo: persona });
      expect(await choiceOf(backend, 'purchases.recommendations')).toMatchObject({ effective: 'on', seq: 1 });
    },
  },
  {
    name: 'keeps what a browser without a customer withdrew when its session is renewed',
    needs: ['browserSubject'],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      await backend.openSession({});
      await turnOff(backend, 'browsing.ads');
      await backend.openSession({});
      expect((await choiceOf(backend, 'browsing.ads')).seq).toBe(1);
      const other = visitor().backend;
      await other.openSession({});
      expect((await choiceOf(other, 'browsing.ads')).seq).toBe(0);
    },
  },
  {
    name: 'says of a browser’s own choices that they are, and of a customer’s not',
    needs: ['browserSubject'],
    run: async ({ visitor, customer }) => {
      const { backend } = visitor();
      await backend.openSession({});
      expect((await backend.getChoices({})).browser).toBe(true);
      expect((await (await customer()).backend.getChoices({})).browser).toBe(undefined);
    },
  },
  {
    name: 'tells a browser without a customer nothing of what is held, and shows it its own history and receipts',
    needs: ['browserSubject', 'history', 'receipts'],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      await backend.openSession({});
      expect(await refusalCode(backend.getOverview({}))).toBe('not_found');
      const { entry, receipt } = await turnOff(backend, 'browsing.ads');
      expect(await logOf(backend)).toEqual([entry]);
      expect(await backend.getReceipt({ seq: 1 })).toEqual({ receipt });
      expect(await refusalCode(backend.getReceipt({ seq: 2 }))).toBe('not_found');
    },
  },
  {
    name: 'refuses a browser every grant: in the same words, seen or not, confirmed or not, and stores nothing of it',
    needs: ['browserSubject', 'history'],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      await backend.openSession({});
      const { notice } = await backend.getChoices({});
      const item = { choice: 'health.advice', value: 'on' };
      const seen = { seq: 0, notice: notice.version };
      const tries = [item, { ...item, seen }, { ...item, seen, confirmed: true as const, gpcAck: true as const }];
      const refusals = [];
      for (const one of tries) refusals.push(await refusal(decide(backend, [one])));
      expect(new Set(refusals.map(({ code, detail }) => `${code}: ${detail}`)).size).toBe(1);
      expect(refusals[0]?.code).toBe('forbidden');
      expect(await logOf(backend)).toEqual([]);
    },
  },
  {
    name: 'keeps a browser’s own session in the same cookie as a customer’s, until the moment that it names',
    needs: ['browserSubject', 'wire'],
    run: async (room) => {
      const { api, origin } = apiOf(room);
      const answer = await wire(`${api}/session`, { method: 'POST', headers: fromOurPage(origin), body: '{}' });
      const { setCookie } = await openByWire(room);
      expect(flagsOf(answer.headers['set-cookie']?.[0])).toBe(flagsOf(setCookie));
      const { expiresAt } = JSON.parse(answer.text) as { expiresAt: string };
      expect(answer.headers['set-cookie']?.[0]).toContain(`Expires=${new Date(expiresAt).toUTCString()}`);
    },
  },
  {
    name: 'records a signal for a browser without a customer, once',
    needs: ['our_brand', 'browserSubject', 'history'],
    run: async ({ visitor }) => {
      const { backend, browser } = visitor();
      browser.gpc = true;
      await backend.openSession({});
      await backend.openSession({});
      const log = await logOf(backend);
      expect(log.map(({ by, items }) => [by, items.map(({ choice }) => choice)])).toEqual([
        ['gpc', ['browsing.ads', 'browsing.sale', 'browsing.offers']],
      ]);
      expect((await backend.getChoices({})).signal.recordedAt).toBe(log[0]?.at);
    },
  },
];
