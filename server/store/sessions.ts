import type { Instant } from '#contract/primitives.ts';
import type { SessionStore } from '#backend/subject-store.ts';
import type { Database } from './schema.ts';

/** Sessions in the database, so that a restart signs nobody out. */
export function sessionStore(database: Database): SessionStore {
  return {
    async put({ token, subject, persona, signal, expiresAt }) {
      await database
        .insertInto('session')
        .values({
          token,
          subject_id: subject.id,
          brand_id: subject.brand,
          persona,
          signal: signal ? 1 : 0,
          expires_at: expiresAt,
        })
        .execute();
    },

    async find(token) {
      const found = await database.selectFrom('session').selectAll().where('token', '=', token).executeTakeFirst();
      if (!found) return null;
      const { subject_id: id, brand_id: brand, persona, signal, expires_at: expiresAt } = found;
      return { token, subject: { id, brand }, persona, signal: signal === 1, expiresAt };
    },

    async markSignal(token) {
      await database.updateTable('session').set({ signal: 1 }).where('token', '=', token).execute();
    },

    async remove(token) {
      await database.deleteFrom('session').where('token', '=', token).execute();
    },
  };
}

/** Drops the sessions that ended before this moment; nothing decided is in them. */
export async function dropEndedSessions(database: Database, before: Instant): Promise<void> {
  await database.deleteFrom('session').where('expires_at', '<', before).execute();
}
