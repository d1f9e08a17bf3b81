import type { Instant } from '#contract/primitives.ts';
import type { SessionStore } from '#backend/subject-store.ts';
import type { Engine } from './engine.ts';
import type { Database } from './schema.ts';
import { loadedOf } from './stored-state.ts';

/** Sessions in the database, so that a restart signs nobody out. */
export function sessionStore({ database, findSession }: Pick<Engine, 'database' | 'findSession'>): SessionStore {
  return {
    async put({ token, subject, persona, name, signal, expiresAt }) {
      await database
        .insertInto('session')
        .values({
          token,
          subject_id: subject.id,
          brand_id: subject.brand,
          persona,
          customer_name: name,
          signal: signal ? 1 : 0,
          expires_at: expiresAt,
        })
        .execute();
    },

    async find(token) {
      // Always asked of the database, together with the subject: another server may have ended the session by now.
      const found = await findSession(token);
      if (!found) return null;
      const { id, brand, persona, signal, expires_at: expiresAt, version, state } = found;
      // The version before this one kept no name beside a persona.
      const name = found.customer_name ?? (persona === null ? null : '');
      const current = version === null || state === null ? undefined : loadedOf({ version, state });
      return { token, subject: { id, brand }, persona, name, signal: signal === 1, expiresAt, current };
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
