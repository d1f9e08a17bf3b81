import { expect } from 'vitest';
import { newKey, refusalCode, turnOn, type Case } from '#tests/conformance/room.ts';

export const useCases: readonly Case[] = [
  {
    name: 'tells what was done with the data, newest first, in pages, with a sentence for each use in a language',
    needs: ['activity', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const whole = await backend.listActivity({});
      expect(whole).toMatchObject({ count: 3, next: null });
      expect(whole.events).toEqual([
        { id: 'e3', use: 'browsing.offers', at: '2026-11-22T10:00:00.000Z', values: { picked: 2 } },
        { id: 'e2', use: 'browsing.offers', at: '2026-11-21T10:00:00.000Z', values: { picked: 6 } },
        { id: 'e1', use: 'purchases.insight', at: '2026-11-20T10:00:00.000Z', values: {} },
      ]);
      expect(Object.keys(whole.said).toSorted()).toEqual(['browsing.offers', 'purchases.insight']);
      const first = await backend.listActivity({ limit: 2 });
      const second = await backend.listActivity({ limit: 2, cursor: first.next ?? '' });
      expect([...first.events, ...second.events]).toEqual(whole.events);
      expect(second.next).toBeNull();
      const welsh = await backend.listActivity({ use: 'purchases.insight', language: 'cy' });
      expect(welsh.said).toEqual({ 'purchases.insight': 'Helo. We counted your orders.' });
    },
  },
  {
    name: 'finds what was done by category, by use and up to a day',
    needs: ['activity', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const found = async (filter: Parameters<typeof backend.listActivity>[0]) => {
        const { events, count } = await backend.listActivity(filter);
        expect(count).toBe(events.length);
        return events.map(({ id }) => id);
      };
      expect(await found({ category: 'browsing' })).toEqual(['e3', 'e2']);
      expect(await found({ use: 'purchases.insight' })).toEqual(['e1']);
      expect(await found({ category: 'purchases', use: 'browsing.offers' })).toEqual([]);
      // At 10:00 in Greenwich it is the same day in New York.
      expect(await found({ until: '2026-11-21' })).toEqual(['e2', 'e1']);
      expect(await refusalCode(backend.listActivity({ cursor: 'nonsense' }))).toBe('malformed');
    },
  },
  {
    name: 'keeps a ledger of what came back, which agrees with the overview, and with the records behind it',
    needs: ['benefits', 'overview', 'records', 'forgetting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const ledger = await backend.listBenefits({});
      expect(ledger).toMatchObject({ year: 2026, years: [2026] });
      expect(ledger.benefits).toMatchObject([
        { at: '2026-03-01T10:00:00.000Z', use: 'purchases.recommendations', counting: 'pick_ordered', amount: 1 },
      ]);
      const got = async () => (await backend.getOverview({})).categories.flatMap((one) => one.got);
      expect(await got()).toEqual([
        { use: 'purchases.recommendations', counting: 'pick_ordered', amount: 1, currency: null },
      ]);
      await backend.forget({ scope: 'record', id: 'r1', key: newKey() });
      expect((await backend.listBenefits({})).benefits).toEqual([]);
      expect((await got()).map(({ amount }) => amount)).toEqual([0]);
    },
  },
  {
    name: 'keeps the ledger by calendar year, and names the year that was asked for though it is empty',
    needs: ['benefits', 'our_brand', 'clock'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const last = await backend.listBenefits({ year: 2025 });
      expect(last).toMatchObject({ year: 2025, years: [2026, 2025], benefits: [] });
    },
  },
  {
    name: 'says how data is kept, by dated facts, and of each incident whether this customer was in it',
    needs: ['safety', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const { facts, incidents } = await backend.getSafety({});
      expect(facts.map(({ category, asOf }) => [category, asOf])).toEqual([
        [null, '2026-10-01'],
        ['purchases', '2026-11-01'],
      ]);
      expect(incidents.map(({ id, you }) => [id, you])).toEqual([
        ['leak_2026', 'in'],
        ['leak_2025', 'not_in'],
      ]);
      expect((await backend.getSafety({ language: 'cy' })).facts[0]?.where).toBe('Helo. New York');
    },
  },
  {
    name: 'shows the shop with a use and without it, which of them is today, and stores nothing by asking',
    needs: ['preview', 'records', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const about = 'purchases.recommendations';
      const held = await backend.listRecords({ limit: 200 });
      const choices = await backend.getChoices({});
      const before = await backend.previewExperience({ about });
      expect(before).toMatchObject({ about, same: false, today: 'without', drewOn: [{ use: about, records: 2 }] });
      expect(before.with.things[0]).toMatchObject({ product: 'bulb', reason: { kind: 'bought_with', of: 'Lamp' } });
      expect(before.without.things.map(({ reason }) => reason.kind)).not.toContain('bought_with');
      expect(await backend.previewExperience({ about: 'purchases' })).toMatchObject({ about: 'purchases' });
      expect(await backend.listRecords({ limit: 200 })).toEqual(held);
      expect({ ...(await backend.getChoices({})), asOf: '' }).toEqual({ ...choices, asOf: '' });
      await turnOn(backend, about);
      const after = await backend.previewExperience({ about });
      expect({ ...after, asOf: '', today: '' }).toEqual({ ...before, asOf: '', today: '' });
      expect(after.today).toBe('with');
    },
  },
  {
    name: 'says that nothing would change where it would not, and shows nothing under a name that is not there',
    needs: ['preview', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      expect(await backend.previewExperience({ about: 'purchases.partners' })).toMatchObject({ same: true });
      expect(await refusalCode(backend.previewExperience({ about: 'purchases.nothing' }))).toBe('not_found');
      expect(await refusalCode(backend.previewExperience({ about: 'nothing' }))).toBe('not_found');
    },
  },
];
