import type { Instant } from '#contract/primitives.ts';
import type { UsedTokens } from '#backend/used-tokens.ts';
import type { Database } from './schema.ts';

/** Milliseconds between two clean-ups. */
const CLEAN_UP = 600_000;

/** Used sign-in tokens in the database, so that of all servers on it one redeems a token. */
export function usedTokens(database: Database): UsedTokens {
  let cleaned = Number.NEGATIVE_INFINITY;
  return {
    async use({ brand, token, until }, now) {
      const at = Date.parse(now);
      if (at - cleaned >= CLEAN_UP) {
        cleaned = at;
        await dropOldTokens(database, now);
      }
      const inserted = await database
        .insertInto('used_token')
        .values({ brand_id: brand, token, expires_at: until })
        .onConflict((conflict) => conflict.columns(['brand_id', 'token']).doNothing())
        .executeTakeFirst();
      return inserted.numInsertedOrUpdatedRows === 1n;
    },
  };
}

async function dropOldTokens(database: Database, before: Instant): Promise<void> {
  await database.deleteFrom('used_token').where('expires_at', '<', before).execute();
}
