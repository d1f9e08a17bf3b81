import { expect } from 'vitest';
import type { Backend } from '#backend/port.ts';
import { newKey, refusalCode, type Case } from '#tests/conformance/room.ts';
import { PAGES } from '#tests/conformance/test-holdings.ts';

const judge = (backend: Backend, inference: string, judgement: 'right' | 'wrong' | 'remove' | 'never' | 'allow') =>
  backend.judgeInference({ inference, judgement, key: newKey() });

const known = async (backend: Backend) => {
  const { inferences, forbidden } = await backend.listInferences({});
  return [inferences.map(({ id }) => id).toSorted(), forbidden.map(({ label }) => label)];
};

export const inferenceCases: readonly Case[] = [
  {
    name: 'tells of a conclusion what was seen, how sure it is, when it ends, and what it is used for',
    needs: ['inferences', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const { inferences, portrait } = await backend.listInferences({});
      const lamps = inferences.find(({ id }) => id === 'likes-lamps');
      expect(lamps).toMatchObject({
        category: 'profile',
        item: 'conclusion',
        label: 'You like lamps',
        lapses: '2027-10-10T08:00:00.000Z',
        confidence: 'fairly_sure',
        seen: [{ category: 'browsing', item: 'record', count: PAGES, oldest: '2026-09-02T08:00:00.000Z' }],
        usedFor: [{ use: 'profile.statistics', times: 0, last: null }],
        judged: null,
      });
      expect(inferences.find(({ id }) => id === 'likes-tea')?.seen).toEqual([]);
      expect(portrait).toMatchObject([{ category: 'purchases', source: 'given', text: 'Hello. You bought things.' }]);
      const welsh = await backend.listInferences({ language: 'cy' });
      expect(welsh.portrait[0]?.text).toBe('Helo. You bought things.');
    },
  },
  {
    name: 'takes the word of the customer: what is right is told, what is wrong is used for nothing',
    needs: ['inferences', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const right = await judge(backend, 'likes-tea', 'right');
      expect(right.inference).toMatchObject({ confidence: 'told', judged: { verdict: 'right' } });
      const wrong = await judge(backend, 'likes-lamps', 'wrong');
      expect(wrong.inference).toMatchObject({ usedFor: [], judged: { verdict: 'wrong' } });
      const { inferences } = await backend.listInferences({});
      expect(inferences.find(({ id }) => id === 'likes-tea')).toEqual(right.inference);
      expect(inferences.find(({ id }) => id === 'likes-lamps')).toEqual(wrong.inference);
    },
  },
  {
    name: 'removes a conclusion, forbids another for good, and takes that back',
    needs: ['inferences', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      expect((await judge(backend, 'likes-tea', 'remove')).inference).toBeNull();
      expect(await known(backend)).toEqual([['likes-lamps'], []]);
      expect((await judge(backend, 'likes-lamps', 'never')).inference).toBeNull();
      expect(await known(backend)).toEqual([[], ['You like lamps']]);
      const { forbidden } = await backend.listInferences({});
      expect((await judge(backend, forbidden[0]?.id ?? '', 'allow')).inference).toBeNull();
      expect(await known(backend)).toEqual([[], []]);
    },
  },
  {
    name: 'keeps what the customer forbade to conclude when all is forgotten, and says so; asked for it alone, it goes',
    needs: ['inferences', 'records', 'forgetting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      await judge(backend, 'likes-lamps', 'never');
      const { kept } = await backend.forget({ scope: 'everything', key: newKey() });
      expect(kept).toContainEqual({
        category: 'profile',
        item: 'forbidden',
        count: 1,
        keptFor: ['profile.statistics'],
        forbids: true,
      });
      expect(await known(backend)).toEqual([[], ['You like lamps']]);
      const { categories } = await backend.listHoldings({});
      const forbidding = categories.flatMap(({ items }) => items).filter(({ forbids }) => forbids);
      expect(forbidding).toMatchObject([{ item: 'forbidden', count: 1 }]);
      const { forbidden } = await backend.listInferences({});
      const done = await backend.forget({ scope: 'record', id: forbidden[0]?.id ?? '', key: newKey() });
      expect(done).toMatchObject({ removed: 1, kept: [] });
      expect(await known(backend)).toEqual([[], []]);
    },
  },
  {
    name: 'judges nothing that it did not conclude, and allows nothing that is not forbidden',
    needs: ['inferences'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const before = await known(backend);
      for (const judgement of ['right', 'wrong', 'remove', 'never', 'allow'] as const) {
        expect(await refusalCode(judge(backend, 'no-such-conclusion', judgement))).toBe('not_found');
      }
      expect(await known(backend)).toEqual(before);
    },
  },
  {
    name: 'lets a conclusion end by itself',
    needs: ['inferences', 'our_brand', 'clock'],
    run: async ({ customer, advance, world }) => {
      const { persona } = await customer();
      advance(Date.parse('2027-10-10T08:00:00.000Z') - Date.parse(world.now()) + 1);
      const { backend } = await customer(persona);
      expect(await known(backend)).toEqual([[], []]);
    },
  },
];
