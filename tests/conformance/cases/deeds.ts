import { expect } from 'vitest';
import type { Backend } from '#backend/port.ts';
import { newKey, refusal, refusalCode, type Case, type Need, type Room } from '#tests/conformance/room.ts';

type Done = Promise<{ readonly replayed: boolean }>;

/** A deed on what is held about every persona, and another that the same key could come with. */
interface Deed {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly asks: (backend: Backend, key: string, customer?: string) => Done;
  readonly another: (backend: Backend, key: string) => Done;
}

const on = (customer: string | undefined) => (customer === undefined ? {} : { customer });

const deeds: readonly Deed[] = [
  {
    name: 'a correction',
    needs: ['records', 'correcting'],
    asks: (backend, key, customer) => backend.correctRecord({ record: 'r3', value: 'Troy', key, ...on(customer) }),
    another: (backend, key) => backend.correctRecord({ record: 'r3', value: 'Utica', key }),
  },
  {
    name: 'a forgetting',
    needs: ['records', 'forgetting'],
    asks: (backend, key, customer) => backend.forget({ scope: 'category', id: 'browsing', key, ...on(customer) }),
    another: (backend, key) => backend.forget({ scope: 'category', id: 'location', key }),
  },
  {
    name: 'a judgement',
    needs: ['records', 'inferences'],
    asks: (backend, key, customer) =>
      backend.judgeInference({ inference: 'likes-tea', judgement: 'wrong', key, ...on(customer) }),
    another: (backend, key) => backend.judgeInference({ inference: 'likes-tea', judgement: 'never', key }),
  },
  {
    name: 'an answer',
    needs: ['records', 'profile'],
    asks: (backend, key, customer) => backend.answerQuestion({ question: 'rooms', value: 3, key, ...on(customer) }),
    another: (backend, key) => backend.answerQuestion({ question: 'rooms', value: 4, key }),
  },
];

const heldBy = async (backend: Backend) => (await backend.listRecords({ limit: 200 })).records;

const casesOf = ({ name, needs, asks, another }: Deed): Case[] => [
  {
    name: `does ${name} once, and answers its key alike in every session of the customer`,
    needs: [...needs, 'our_brand'],
    run: async ({ customer, advance }: Room) => {
      const first = await customer();
      const second = await customer(first.persona);
      const key = newKey();
      const { replayed, ...made } = await asks(first.backend, key);
      const held = await heldBy(first.backend);
      advance(60_000);
      const again = await asks(second.backend, key);
      expect(replayed).toBe(false);
      expect(again).toEqual({ ...made, replayed: true });
      expect(await heldBy(first.backend)).toEqual(held);
    },
  },
  {
    name: `refuses the key of ${name} for anything else, which then is not done`,
    needs: [...needs, 'our_brand'],
    run: async ({ customer }: Room) => {
      const { backend } = await customer();
      const key = newKey();
      await asks(backend, key);
      const held = await heldBy(backend);
      const { code, status } = await refusal(another(backend, key));
      expect([code, status]).toEqual(['key_reused', 422]);
      expect(await heldBy(backend)).toEqual(held);
    },
  },
  {
    name: `does ${name} once that comes ten times at the same moment`,
    needs: [...needs, 'our_brand'],
    run: async ({ customer }: Room) => {
      const { backend, persona } = await customer();
      const tab = await customer(persona);
      const key = newKey();
      const sent = Array.from({ length: 10 }, (_, index) => asks(index % 2 ? tab.backend : backend, key));
      const answers = await Promise.all(sent);
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(new Set(answers.map((one) => JSON.stringify({ ...one, replayed: null }))).size).toBe(1);
    },
  },
  {
    name: `does ${name} for nobody but the customer on screen, and for no browser without one`,
    needs: [...needs, 'our_brand', 'browserSubject'],
    run: async ({ customer, visitor }: Room) => {
      const mine = await customer();
      const theirs = await customer();
      const { customer: tag = '' } = await theirs.backend.getChoices({});
      const held = await heldBy(mine.backend);
      expect(await refusalCode(asks(mine.backend, newKey(), tag))).toBe('signed_out');
      const nobody = visitor();
      expect(await refusalCode(asks(nobody.backend, newKey()))).toBe('signed_out');
      await nobody.backend.openSession({});
      expect(await refusalCode(asks(nobody.backend, newKey()))).toBe('forbidden');
      expect(await heldBy(mine.backend)).toEqual(held);
      const { customer: own = '' } = await mine.backend.getChoices({});
      expect(await asks(mine.backend, newKey(), own)).toMatchObject({ replayed: false });
    },
  },
];

export const deedCases: readonly Case[] = [
  ...deeds.flatMap(casesOf),
  {
    name: 'takes the same key of two customers for two deeds, and one key for one deed, of whatever kind',
    needs: ['records', 'correcting', 'profile', 'our_brand'],
    run: async ({ customer }) => {
      const one = await customer();
      const other = await customer();
      const key = newKey();
      await one.backend.correctRecord({ record: 'r3', value: 'Troy', key });
      const theirs = await other.backend.correctRecord({ record: 'r3', value: 'Utica', key });
      expect([theirs.replayed, theirs.record.label]).toEqual([false, 'Utica']);
      expect(await refusalCode(one.backend.answerQuestion({ question: 'rooms', value: 3, key }))).toBe('key_reused');
    },
  },
  {
    name: 'loses none of many deeds that come at the same moment from two devices',
    needs: ['records', 'profile', 'forgetting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend, persona } = await customer();
      const device = await customer(persona);
      await Promise.all([
        ...['page01', 'page02', 'page03', 'page04'].map((id, index) =>
          (index % 2 ? device.backend : backend).forget({ scope: 'record', id, key: newKey() }),
        ),
        backend.answerQuestion({ question: 'rooms', value: 3, key: newKey() }),
        device.backend.answerQuestion({ question: 'top', value: 'small', key: newKey() }),
      ]);
      const ids = (await heldBy(backend)).map(({ id }) => id);
      expect(ids.filter((id) => /^page0[1-4]$/.test(id))).toEqual([]);
      const { questions } = await backend.getProfile({});
      expect(questions.filter(({ answer }) => answer !== null).map(({ id }) => id)).toEqual(['rooms', 'top']);
    },
  },
  {
    name: 'tells an earlier deed again, and does it no second time, after something was forgotten',
    needs: ['records', 'profile', 'inferences', 'forgetting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const [answers, judges] = [newKey(), newKey()];
      const answer = () => backend.answerQuestion({ question: 'rooms', value: 3, key: answers });
      const judge = () => backend.judgeInference({ inference: 'likes-tea', judgement: 'wrong', key: judges });
      const said = [await answer(), await judge()];
      await backend.forget({ scope: 'record', id: 'r3', key: newKey() });
      const held = await heldBy(backend);
      expect([await answer(), await judge()]).toEqual(said.map((one) => ({ ...one, replayed: true })));
      expect(await heldBy(backend)).toEqual(held);
    },
  },
  {
    name: 'says nothing of a record again, by any key, once it is forgotten',
    needs: ['records', 'correcting', 'forgetting', 'our_brand'],
    run: async ({ customer }) => {
      const { backend } = await customer();
      const key = newKey();
      const correct = () => backend.correctRecord({ record: 'r3', value: 'Troy', key });
      await correct();
      await backend.forget({ scope: 'record', id: 'r3', key: newKey() });
      expect(await refusalCode(correct())).toBe('not_found');
      expect((await heldBy(backend)).map(({ id }) => id)).not.toContain('r3');
    },
  },
];
