import { sql } from 'kysely';
import type { Digest } from '#contract/primitives.ts';
import { grouped } from './grouped.ts';
import { prepared } from './prepared.ts';
import type { Database } from './schema.ts';

/** A session's row beside its subject's; version and state are null where the subject is no longer on record. */
const sessionWithSubject = (database: Database) =>
  database
    .selectFrom('session')
    .leftJoin('subject', (join) =>
      join.onRef('subject.subject_id', '=', 'session.subject_id').onRef('subject.brand_id', '=', 'session.brand_id'),
    )
    .select([
      'session.subject_id as id',
      'session.brand_id as brand',
      'persona',
      'customer_name',
      'signal',
      'expires_at',
    ])
    .select(['version', 'state']);

type Query = ReturnType<typeof sessionWithSubject>;
export type SessionRow = Awaited<ReturnType<Query['execute']>>[number];

/** Finds a session by the digest of its secret, and its subject as it stands. */
export type FindSession = (token: Digest) => Promise<SessionRow | undefined>;

export function findSession(database: Database): FindSession {
  const byToken = prepared(({ token }: { token: Digest }) => sessionWithSubject(database).where('token', '=', token));
  return async (token) => (await byToken(database, { token })).rows[0];
}

/**
 * The same on Postgres, where those that are asked for at once share a statement: most of what a read costs is the way
 * there and back. Every row is found as it would be alone, by its key.
 */
export function findSessionGrouped(database: Database): FindSession {
  const byTokens = prepared(({ tokens }: { tokens: readonly Digest[] }) =>
    database
      .selectFrom(sql<{ token: string }>`unnest(${tokens}::text[])`.as<'given'>(sql`given (token)`))
      .innerJoinLateral(
        sessionWithSubject(database)
          .where('token', '=', sql<string>`given.token`)
          .limit(1)
          .as('found'),
        (join) => join.onTrue(),
      )
      .select(['given.token', 'found.id', 'found.brand', 'persona', 'customer_name', 'signal', 'expires_at'])
      .select(['version', 'state']),
  );
  const find = grouped(
    async (asked: readonly { readonly token: Digest }[]) => {
      const { rows } = await byTokens(database, { tokens: [...new Set(asked.map(({ token }) => token))] });
      const found = new Map(rows.map(({ token, ...row }) => [token, row]));
      return asked.map(({ token }) => found.get(token));
    },
    (one) => one,
  );
  return (token) => find({ token });
}
