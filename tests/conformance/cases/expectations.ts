import { expect } from 'vitest';
import type { Backend } from '#backend/port.ts';
import { refusalCode, type Case } from '#tests/conformance/room.ts';

/** Two cards of the brand, whichever it is. */
const cardsOf = async (backend: Backend): Promise<readonly [string, string]> => {
  const { notice } = await backend.getNotice({ version: 'current' });
  const [one = '', other = ''] = notice.categories.map(({ id }) => id);
  return [one, other];
};

export const expectationCases: readonly Case[] = [
  {
    name: 'takes what was expected of a card, once a week, and another answer in its place',
    needs: ['expectations'],
    run: async ({ customer }) => {
      const { backend, persona } = await customer();
      const [one, other] = await cardsOf(backend);
      const before = await backend.getExpectations({});
      expect(before.answers).toEqual([]);
      expect(Date.parse(before.closes)).toBeGreaterThan(Date.parse(before.week));
      await backend.recordExpectation({ card: other, answer: 'expected' });
      await backend.recordExpectation({ card: one, answer: 'surprised', reason: 'I had forgotten.' });
      const answers = [
        { card: one, answer: 'not_ok' },
        { card: other, answer: 'expected' },
      ];
      const last = await backend.recordExpectation({ card: one, answer: 'not_ok' });
      expect(last).toEqual({ ...before, answers });
      expect(await (await customer(persona)).backend.getExpectations({})).toEqual(last);
    },
  },
  {
    name: 'tells nobody what another customer expected, and asks no browser without one',
    needs: ['expectations', 'browserSubject'],
    run: async ({ customer, visitor }) => {
      const mine = await customer();
      const [card] = await cardsOf(mine.backend);
      await mine.backend.recordExpectation({ card, answer: 'not_ok', reason: 'Mine alone.' });
      expect((await (await customer()).backend.getExpectations({})).answers).toEqual([]);
      const nobody = visitor();
      await nobody.backend.openSession({});
      expect(await refusalCode(nobody.backend.getExpectations({}))).toBe('not_found');
      expect(await refusalCode(nobody.backend.recordExpectation({ card, answer: 'expected' }))).toBe('forbidden');
    },
  },
  {
    name: 'takes nothing of a card that there is not, nor from a page that shows another customer',
    needs: ['expectations'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const [card] = await cardsOf(backend);
      const { customer: tag = '' } = await (await customer()).backend.getChoices({});
      expect(await refusalCode(backend.recordExpectation({ card: 'no_such_card', answer: 'expected' }))).toBe(
        'not_found',
      );
      expect(await refusalCode(backend.recordExpectation({ card, answer: 'expected', customer: tag }))).toBe(
        'signed_out',
      );
      expect((await backend.getExpectations({})).answers).toEqual([]);
    },
  },
  {
    name: 'begins every week anew on Monday, where the brand is, and then nobody knows who said what',
    needs: ['expectations', 'our_brand', 'clock'],
    run: async ({ customer, advance, world }) => {
      const { backend, persona } = await customer();
      await backend.recordExpectation({ card: 'purchases', answer: 'expected' });
      // START is a Sunday, and in New York Monday begins five hours after it does in Greenwich.
      expect(await backend.getExpectations({})).toMatchObject({
        week: '2026-11-16',
        closes: '2026-11-23T05:00:00.000Z',
      });
      advance(Date.parse('2026-11-23T05:00:00.000Z') - Date.parse(world.now()) - 1);
      expect((await (await customer(persona)).backend.getExpectations({})).answers).toHaveLength(1);
      advance(1);
      const again = await customer(persona);
      expect(await again.backend.getExpectations({})).toMatchObject({ week: '2026-11-23', answers: [] });
      const said = await again.backend.recordExpectation({ card: 'purchases', answer: 'surprised' });
      expect(said.answers).toEqual([{ card: 'purchases', answer: 'surprised' }]);
    },
  },
];
