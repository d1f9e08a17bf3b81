import { expect } from 'vitest';
import type { Backend } from '#backend/port.ts';
import { newKey, refusalCode, type Case } from '#tests/conformance/room.ts';
import { PAGES } from '#tests/conformance/test-holdings.ts';

const forget = (backend: Backend, scope: 'record' | 'category' | 'everything', id?: string) =>
  backend.forget({ scope, ...(id !== undefined && { id }), key: newKey() });

/** Everything that is told of this customer, but for the notice, as one text. */
const toldOf = async (backend: Backend): Promise<string> =>
  JSON.stringify(
    await Promise.all([
      backend.getOverview({}),
      backend.listHoldings({}),
      backend.listRecords({ limit: 200 }),
      backend.listInferences({}),
      backend.listActivity({ limit: 200 }),
      backend.listBenefits({}),
      backend.previewExperience({ about: 'purchases.recommendations' }),
      backend.getProfile({}),
    ]),
  );

const everything = [
  'overview',
  'records',
  'forgetting',
  'inferences',
  'activity',
  'benefits',
  'preview',
  'profile',
] as const;

export const forgettingCases: readonly Case[] = [
  {
    name: 'forgets a record: it is gone here at once, from backups by a day that is named, and from every answer',
    needs: [...everything, 'our_brand', 'clock'],
    run: async ({ customer, world }) => {
      const { backend } = await customer();
      expect(await toldOf(backend)).toContain('Albany');
      const { replayed, ...done } = await forget(backend, 'record', 'r3');
      expect(done).toEqual({ at: world.now(), backupsUntil: '2026-12-22', removed: 1, kept: [], conclusions: 0 });
      expect(replayed).toBe(false);
      expect(await toldOf(backend)).not.toContain('Albany');
    },
  },
  {
    name: 'forgets what was concluded from records with the last of them, and tells how often',
    needs: [...everything, 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const done = await forget(backend, 'category', 'browsing');
      expect(done).toMatchObject({ removed: PAGES + 1, conclusions: 1 });
      const told = await toldOf(backend);
      expect(told).not.toContain('Page ');
      expect(told).not.toContain('You like lamps');
      expect(told).toContain('You like tea');
      const { categories } = await backend.listHoldings({});
      const browsing = categories.find(({ category }) => category === 'browsing');
      expect(browsing).toMatchObject({ count: 0, forgotten: { removed: PAGES + 1, kept: 0, keptFor: [] } });
      const overview = await backend.getOverview({});
      expect(overview.categories.find(({ category }) => category === 'browsing')?.forgotten).toEqual(
        browsing?.forgotten,
      );
    },
  },
  {
    name: 'takes the details from what was done with a category that is forgotten, and leaves that it was done',
    needs: ['forgetting', 'activity', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      await forget(backend, 'category', 'browsing');
      const { events, count } = await backend.listActivity({});
      expect(count).toBe(3);
      expect(events.filter(({ use }) => use === 'browsing.offers').map(({ values }) => values)).toEqual([null, null]);
      expect(events.find(({ use }) => use === 'purchases.insight')?.values).toEqual({});
    },
  },
  {
    name: 'keeps what a law asks for, says for which uses, and computes nothing from it any more',
    needs: [...everything, 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const about = 'purchases.recommendations';
      expect(await backend.previewExperience({ about })).toMatchObject({ same: false });
      const keptFor = ['purchases.delivery', 'purchases.accounting'];
      const done = await forget(backend, 'category', 'purchases');
      expect(done).toMatchObject({
        removed: 0,
        kept: [{ category: 'purchases', item: 'order_line', count: 2, keptFor }],
      });
      const { records } = await backend.listRecords({ category: 'purchases' });
      expect(records.map((record) => record.keptFor)).toEqual([keptFor, keptFor]);
      expect((await backend.listBenefits({})).benefits).toEqual([]);
      expect(await backend.previewExperience({ about })).toMatchObject({ same: true, drewOn: [] });
      const { categories } = await backend.getOverview({});
      const purchases = categories.find(({ category }) => category === 'purchases');
      expect(purchases?.got.map(({ amount }) => amount)).toEqual([0]);
      expect(purchases?.forgotten).toMatchObject({ removed: 0, kept: 2, keptFor });
    },
  },
  {
    name: 'forgets everything but what a law asks for, and begins to hold again what comes later',
    needs: ['records', 'forgetting', 'profile', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      await backend.answerQuestion({ question: 'wish', value: 'A red lamp', key: newKey() });
      await forget(backend, 'everything');
      const { records } = await backend.listRecords({ limit: 200 });
      expect(records.map(({ item }) => item)).toEqual(['order_line', 'order_line']);
      await backend.answerQuestion({ question: 'wish', value: 'A blue lamp', key: newKey() });
      const { records: later } = await backend.listRecords({ item: 'answer' });
      expect(later.map(({ label }) => label)).toEqual([expect.stringContaining('A blue lamp')]);
    },
  },
  {
    name: 'forgets nothing under a name that is not there, and twice is once',
    needs: ['records', 'forgetting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const { count } = await backend.listRecords({});
      for (const [scope, id] of [['record', 'nothing'], ['record'], ['category', 'nothing'], ['category']] as const) {
        expect(await refusalCode(forget(backend, scope, id))).toBe('not_found');
      }
      expect((await backend.listRecords({})).count).toBe(count);
      await forget(backend, 'category', 'location');
      expect(await forget(backend, 'category', 'location')).toMatchObject({ removed: 0, conclusions: 0 });
      const { categories } = await backend.listHoldings({});
      expect(categories.find(({ category }) => category === 'location')?.forgotten).toMatchObject({ removed: 1 });
    },
  },
  {
    name: 'leaves no decision out and adds none when it forgets: what was chosen stays on record',
    needs: ['forgetting', 'history'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const before = await backend.getChoices({});
      await forget(backend, 'everything');
      const { seq, choices } = await backend.getChoices({});
      expect([seq, choices]).toEqual([before.seq, before.choices]);
    },
  },
];
