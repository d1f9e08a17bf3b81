import { randomBytes } from 'node:crypto';
import type { ExpectationStore } from '#backend/expectation-store.ts';
import type { BrandId, Day } from '#contract/primitives.ts';
import { isTold } from '#rules/expectations.ts';
import { isPostgres } from './create-table.ts';
import type { Engine } from './engine.ts';
import type { Database } from './schema.ts';

const closed = (week: Day): Error => new Error(`The week of ${week} is closed.`);

/**
 * Answers to "Did you expect this?" in the database. A brand has one row with a key, that of its open week: to open a
 * week is to write over the key of the one before.
 */
export function expectationStore({ database, scrub }: Pick<Engine, 'database' | 'scrub'>): ExpectationStore {
  return {
    async openWeek(brand, week) {
      const open = await openOf(database, brand);
      if (open?.week === week) return open.key;
      if (await move(database, brand, week)) await scrub();
      const moved = await openOf(database, brand);
      if (moved?.week !== week) throw closed(week);
      return moved.key;
    },

    put: (brand, week, { voter, card, answer, reason = null }) =>
      database.transaction().execute(async (work) => {
        const open = await work
          .selectFrom('expectation_week')
          .select('week')
          .where('brand_id', '=', brand)
          .where('week', '=', week)
          // Whoever closes the week waits for this; in SQLite one writes at a time.
          .$if(isPostgres(work), (query) => query.forShare())
          .executeTakeFirst();
        if (!open) throw closed(week);
        await work
          .insertInto('expectation')
          .values({ brand_id: brand, week, voter, card, answer, reason })
          .onConflict((conflict) =>
            conflict.columns(['brand_id', 'week', 'voter']).doUpdateSet({ card, answer, reason }),
          )
          .execute();
      }),

    async find(brand, week, voters) {
      if (voters.length === 0) return [];
      const found = await database
        .selectFrom('expectation')
        .select(['voter', 'card', 'answer', 'reason'])
        .where('brand_id', '=', brand)
        .where('week', '=', week)
        .where('voter', 'in', voters)
        .execute();
      return found.map(({ reason, ...vote }) => ({ ...vote, ...(reason !== null && { reason }) }));
    },

    async reasons(brand, week) {
      const open = await openOf(database, brand);
      if (!open || week >= open.week) return [];
      const found = await database
        .selectFrom('expectation')
        .select(['card', 'reason'])
        .where('brand_id', '=', brand)
        .where('week', '=', week)
        .where('reason', 'is not', null)
        .execute();
      return found.flatMap(({ card, reason }) => (reason === null ? [] : [{ card, reason }]));
    },

    async count(brand, week) {
      const open = await openOf(database, brand);
      if (!open || week >= open.week) return [];
      const counted = await database
        .selectFrom('expectation')
        .select(['card', 'answer'])
        .select((eb) => eb.fn.countAll().as('count'))
        .where('brand_id', '=', brand)
        .where('week', '=', week)
        .groupBy(['card', 'answer'])
        .orderBy('card')
        .orderBy('answer')
        .execute();
      return counted.map((row) => ({ ...row, count: Number(row.count) }));
    },
  };
}

const openOf = (database: Database, brand: BrandId) =>
  database.selectFrom('expectation_week').select(['week', 'key']).where('brand_id', '=', brand).executeTakeFirst();

/** Makes a week the open one of a brand, where no later one is; of several servers the first does. */
const move = (database: Database, brand: BrandId, week: Day): Promise<boolean> =>
  database.transaction().execute(async (work) => {
    const row = { week, key: randomBytes(32).toString('hex') };
    const { numInsertedOrUpdatedRows: moved } = await work
      .insertInto('expectation_week')
      .values({ brand_id: brand, ...row })
      .onConflict((conflict) => conflict.column('brand_id').doUpdateSet(row).where('expectation_week.week', '<', week))
      .executeTakeFirst();
    if (moved !== 1n) return false;
    // Answers that came under a key which a backup left out: nobody could change theirs, and each would count again.
    await work.deleteFrom('expectation').where('brand_id', '=', brand).where('week', '>=', week).execute();
    await forgetReasons(work, brand);
    return true;
  });

/** Deletes the reasons on cards that nothing is told of, of every week that is closed by now. */
async function forgetReasons(work: Database, brand: BrandId): Promise<void> {
  const counted = await work
    .selectFrom('expectation')
    .select(['week', 'card'])
    .select((eb) => eb.fn.countAll().as('count'))
    .where('brand_id', '=', brand)
    .groupBy(['week', 'card'])
    .having((eb) => eb.fn.count('reason'), '>', 0)
    .execute();
  for (const { week, card, count } of counted) {
    if (isTold(Number(count))) continue;
    await work
      .updateTable('expectation')
      .set({ reason: null })
      .where('brand_id', '=', brand)
      .where('week', '=', week)
      .where('card', '=', card)
      .execute();
  }
}
