import { expect } from 'vitest';
import type { Backend } from '#backend/port.ts';
import { choiceOf, logOf, newKey, refusal, refusalCode, turnOff, turnOn, type Case } from '#tests/conformance/room.ts';

/** Every call that needs a session, made as somebody with one would make it. */
const callsWithSession = (backend: Backend): Record<string, () => Promise<unknown>> => ({
  getOverview: () => backend.getOverview({}),
  getChoices: () => backend.getChoices({}),
  decide: () => backend.decide({ key: newKey(), items: [{ choice: 'browsing.ads', value: 'off' }] }),
  listDecisions: () => backend.listDecisions({}),
  getReceipt: () => backend.getReceipt({ seq: 1 }),
});

const refusals = async (backend: Backend) => {
  const told = new Map<string, string>();
  for (const [name, call] of Object.entries(callsWithSession(backend))) {
    const { code, detail } = await refusal(call());
    told.set(name, `${code}: ${detail}`);
  }
  return { codes: new Set([...told.values()].map((one) => one.split(':')[0])), texts: new Set(told.values()) };
};

export const sessionCases: readonly Case[] = [
  {
    name: 'opens a session that names the customer and says when it ends',
    needs: ['clock'],
    run: async ({ visitor, world }) => {
      const session = await visitor().backend.openSession({ demo: 'fresh-face' });
      expect(session.customer.name).toBe('Robin');
      expect(Date.parse(session.expiresAt)).toBe(Date.parse(world.now()) + world.sessionLasts);
    },
  },
  {
    name: 'knows no persona that the brand does not have',
    needs: [],
    run: async ({ visitor }) => {
      expect(await refusalCode(visitor().backend.openSession({ demo: 'nobody' }))).toBe('not_found');
    },
  },
  {
    name: 'answers "signed_out", in the same words, to every call of a customer without a session',
    needs: [],
    run: async ({ visitor }) => {
      const { codes, texts } = await refusals(visitor().backend);
      expect([...codes]).toEqual(['signed_out']);
      expect(texts.size).toBe(1);
    },
  },
  {
    name: 'answers "signed_out", in the same words, when the session has ended, and forgets nothing',
    needs: ['clock'],
    run: async ({ customer, visitor, advance, world }) => {
      const { backend, persona } = await customer();
      await turnOff(backend, 'browsing.ads');
      advance(world.sessionLasts - 1);
      expect((await backend.getChoices({})).seq).toBe(1);
      advance(1);
      const { codes, texts } = await refusals(backend);
      expect([...codes]).toEqual(['signed_out']);
      expect(texts).toEqual((await refusals(visitor().backend)).texts);
      await backend.openSession({ demo: persona });
      expect((await backend.getChoices({})).seq).toBe(1);
    },
  },
  {
    name: 'stores nothing that was pressed on the choices of another customer than the session is of',
    needs: [],
    run: async ({ customer }) => {
      const [mine, other] = [await customer(), await customer()];
      const { customer: shown } = await other.backend.getChoices({});
      if (shown === undefined) return;
      const items = [{ choice: 'browsing.ads', value: 'off' }];
      const press = { items, key: 'pressed-for-another', customer: shown };
      expect(await refusalCode(mine.backend.decide(press))).toBe('signed_out');
      expect((await mine.backend.getChoices({})).seq).toBe(0);
      expect((await other.backend.decide(press)).entry.seq).toBe(1);
    },
  },
  {
    name: 'ends a session at once when it is closed; closing twice is no error',
    needs: [],
    run: async ({ customer, visitor }) => {
      const { backend } = await customer();
      expect(await backend.closeSession({})).toEqual({});
      expect(await refusalCode(backend.getChoices({}))).toBe('signed_out');
      expect(await backend.closeSession({})).toEqual({});
      expect(await visitor().backend.closeSession({})).toEqual({});
    },
  },
  {
    name: 'shows the same customer the same choices in every browser',
    needs: [],
    run: async ({ customer }) => {
      const phone = await customer();
      const desktop = await customer(phone.persona);
      await turnOn(phone.backend, 'purchases.recommendations');
      expect(await choiceOf(desktop.backend, 'purchases.recommendations')).toMatchObject({ effective: 'on', seq: 1 });
      await phone.backend.closeSession({});
      expect((await desktop.backend.getChoices({})).seq).toBe(1);
    },
  },
  {
    name: 'shows nobody anything of another customer',
    needs: ['history', 'receipts'],
    run: async ({ customer }) => {
      const one = await customer();
      const other = await customer();
      await turnOff(one.backend, 'browsing.ads');
      await turnOff(one.backend, 'purchases.insight');
      expect((await other.backend.getChoices({})).seq).toBe(0);
      expect(await other.backend.listDecisions({})).toEqual({ entries: [], next: null, head: null });
      expect(await refusalCode(other.backend.getReceipt({ seq: 1 }))).toBe('not_found');
      expect(await logOf(one.backend)).toHaveLength(2);
    },
  },
  {
    name: 'knows nobody at one brand by their session of another, in the same words for every call',
    needs: [],
    run: async ({ customer, visitor, world }) => {
      const { browser, backend } = await customer();
      const { codes, texts } = await refusals(browser.at(world.brands[1]));
      expect([...codes]).toEqual(['signed_out']);
      expect(texts).toEqual((await refusals(visitor().backend)).texts);
      expect((await backend.getChoices({})).seq).toBe(0);
    },
  },
  {
    name: 'keeps the sessions of two brands in one browser apart: neither opens, ends or closes the other',
    needs: ['browserSubject'],
    run: async ({ customer, world }) => {
      const { browser, backend } = await customer();
      await turnOff(backend, 'browsing.ads');
      const elsewhere = browser.at(world.brands[1]);
      await elsewhere.openSession({});
      expect((await elsewhere.getChoices({})).seq).toBe(0);
      expect((await backend.getChoices({})).seq).toBe(1);
      await elsewhere.closeSession({});
      expect((await backend.getChoices({})).seq).toBe(1);
    },
  },
  {
    name: 'keeps the same persona of two brands apart',
    needs: [],
    run: async ({ customer, target, world }) => {
      const { backend, persona } = await customer();
      await turnOff(backend, 'browsing.ads');
      const elsewhere = target.browser().at(world.brands[1]);
      await elsewhere.openSession({ demo: persona });
      expect((await elsewhere.getChoices({})).seq).toBe(0);
    },
  },
];
