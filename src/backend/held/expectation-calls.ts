import type { ExpectationStore } from '#backend/expectation-store.ts';
import { BackendError, type Backend } from '#backend/port.ts';
import type { Expectation, Expectations } from '#contract/expectations.ts';
import { weekOf } from '#rules/expectations.ts';
import type { Desk, DeskOf } from './desk.ts';
import { voterOf } from './voter.ts';

const cardsOf = ({ notice }: Desk): readonly string[] => notice.categories.map(({ id }) => id);

/** What this customer said in the open week, in the order of the cards. */
const answersIn = async (store: ExpectationStore, desk: Desk): Promise<Expectations> => {
  const brand = desk.brand.face.id;
  const { week, closes } = weekOf(desk.now, desk.zone);
  const voter = await voterOf(await store.openWeek(brand, week), desk.subject);
  const voters = await Promise.all(cardsOf(desk).map(voter));
  const votes = await store.find(brand, week, voters);
  const answers = voters.flatMap((one): Expectation[] => {
    const vote = votes.find((other) => other.voter === one);
    if (!vote) return [];
    const { card, answer, reason } = vote;
    return [{ card, answer, ...(reason !== undefined && { reason }) }];
  });
  return { week, closes, answers };
};

/** "Did you expect this?" */
export const expectationCalls = (
  desk: DeskOf,
  store: ExpectationStore | null,
): Pick<Backend, 'getExpectations' | 'recordExpectation'> => {
  const kept = (): ExpectationStore => {
    if (store) return store;
    throw new BackendError('not_found', 'Nobody keeps what customers expect here.');
  };
  return {
    async getExpectations() {
      const mine = await desk.reading('expectations');
      return answersIn(kept(), mine);
    },

    async recordExpectation({ card, answer, reason, customer }) {
      const mine = await desk.changing('expectations', customer);
      if (!cardsOf(mine).includes(card)) throw new BackendError('not_found', 'There is no such card.');
      return mine.written(async () => {
        const brand = mine.brand.face.id;
        const { week } = weekOf(mine.now, mine.zone);
        const voter = await voterOf(await kept().openWeek(brand, week), mine.subject);
        const said = { card, answer, ...(reason !== undefined && { reason }) };
        await kept().put(brand, week, { ...said, voter: await voter(card) });
        return answersIn(kept(), mine);
      });
    },
  };
};
