import { expect } from 'vitest';
import { contract } from '#contract/contract.ts';
import { refusalCode, type Case } from '#tests/conformance/room.ts';
import { testFace } from '#tests/conformance/test-brand.ts';

const callsOfCustomers = Object.entries(contract)
  .filter(([, call]) => call.auth === 'session')
  .map(([name]) => name);

export const readingCases: readonly Case[] = [
  {
    name: 'says what it can do, and how the brand looks and speaks',
    needs: ['our_brand'],
    run: async ({ visitor, world }) => {
      const capabilities = await visitor().backend.getCapabilities({});
      expect(capabilities.brand).toEqual(testFace(world.brands[0]));
      expect(['durable', 'browser', 'none', 'unknown']).toContain(capabilities.durability);
    },
  },
  {
    name: 'gives the notice by number and as the current one, word for word as it was published',
    needs: ['our_brand'],
    run: async ({ visitor, world }) => {
      const { backend } = visitor();
      const byNumber = await backend.getNotice({ version: 1 });
      const current = await backend.getNotice({ version: 'current' });
      const published = world.editions[0]?.notices['en-GB'];
      expect(byNumber.notice).toEqual(published?.notice);
      expect(byNumber.hash).toBe(published?.hash);
      expect(current).toEqual(byNumber);
    },
  },
  {
    name: 'gives the notice in the language asked for, and in the first where it does not speak that one',
    needs: ['our_brand'],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      const welsh = await backend.getNotice({ version: 1, language: 'cy' });
      expect([welsh.notice.language, welsh.notice.intro]).toEqual(['cy', 'Beth a wyddom']);
      expect((await backend.getNotice({ version: 1, language: 'de' })).notice.language).toBe('en-GB');
    },
  },
  {
    name: 'gives the notice in force by its number as well, in every language of the brand, with one hash',
    needs: [],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      const { brand } = await backend.getCapabilities({});
      const current = await backend.getNotice({ version: 'current' });
      expect(await backend.getNotice({ version: current.notice.version })).toEqual(current);
      expect(current.notice.brand).toBe(brand.id);
      for (const language of brand.languages) {
        const { notice } = await backend.getNotice({ version: 'current', language });
        expect([notice.language, notice.version]).toEqual([language, current.notice.version]);
      }
    },
  },
  {
    name: 'has no notice that was not published',
    needs: [],
    run: async ({ visitor }) => {
      expect(await refusalCode(visitor().backend.getNotice({ version: 999 }))).toBe('not_found');
    },
  },
  {
    name: 'knows no other brand than its own, whatever is asked',
    needs: [],
    run: async ({ target }) => {
      const nowhere = target.browser().at('no-such-brand');
      expect(await refusalCode(nowhere.getCapabilities({}))).toBe('not_found');
      expect(await refusalCode(nowhere.getNotice({ version: 'current' }))).toBe('not_found');
      expect(await refusalCode(nowhere.openSession({}))).toBe('not_found');
      expect(await refusalCode(nowhere.getChoices({}))).toBe('not_found');
    },
  },
  {
    name: 'tells what is held, what came back and when it was used, from the records themselves',
    needs: ['overview', 'clock'],
    run: async ({ customer, world }) => {
      const { backend } = await customer();
      const overview = await backend.getOverview({});
      const byId = new Map(overview.categories.map((one) => [one.category, one]));
      expect(overview).toMatchObject({ asOf: world.now(), since: '2026-01-01', customer: { name: 'Robin' } });
      expect(byId.get('purchases')?.held).toMatchObject({ count: 2, oldest: '2026-03-01T10:00:00.000Z' });
      expect(byId.get('purchases')?.got).toEqual([
        { use: 'purchases.recommendations', counting: 'pick_ordered', amount: 1, currency: null },
      ]);
      expect(byId.get('health')?.held).toMatchObject({ count: 0, oldest: null, newest: null, sample: [] });
      // 20 November is the 324th day of 2026.
      expect(byId.get('purchases')?.usedDays.indexOf(1)).toBe(323);
      expect(byId.get('purchases')?.usedDays).toHaveLength(326);
    },
  },
  {
    name: 'has no overview for a browser without a customer',
    needs: ['overview'],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      await backend.openSession({});
      expect(await refusalCode(backend.getOverview({}))).toBe('not_found');
    },
  },
  {
    name: 'answers "internal" for a failure of its own, and goes on',
    needs: ['overview'],
    run: async ({ customer }) => {
      const { backend } = await customer('broken-1');
      expect(await refusalCode(backend.getOverview({}))).toBe('internal');
      expect((await backend.getChoices({})).seq).toBe(0);
    },
  },
  {
    name: 'has a case here for every call that needs a session',
    needs: [],
    run: async () => {
      const decisions = ['getOverview', 'getChoices', 'decide', 'listDecisions', 'getReceipt'];
      const records = ['listHoldings', 'listRecords', 'correctRecord', 'forget'];
      const uses = ['listActivity', 'listBenefits', 'previewExperience'];
      const profile = ['getProfile', 'answerQuestion'];
      const inferences = ['listInferences', 'judgeInference'];
      const others = ['getSafety', 'getExpectations', 'recordExpectation'];
      expect(callsOfCustomers).toEqual([...decisions, ...records, ...inferences, ...uses, ...profile, ...others]);
    },
  },
];
