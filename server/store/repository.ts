import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { Decided } from '#contract/choices.ts';
import { Entry } from '#contract/decisions.ts';
import { Digest, Instant, Seq } from '#contract/primitives.ts';
import type { Append, Appended, LogRow, Subject, SubjectStore } from '#backend/subject-store.ts';
import { newSubject, type SubjectState } from '#rules/subject.ts';
import { findSubject } from './identifiers.ts';
import type { Database } from './schema.ts';
import { isTaken } from './sqlite.ts';
import { ownedBy, owner } from './tenant.ts';

const StoredState = z.object({
  seq: Seq,
  head: z.nullable(Digest),
  choices: z.record(z.string(), z.object({ decided: z.nullable(Decided), seq: Seq })),
  signalAt: z.nullable(Instant),
});

/** Subjects and their logs in the database: what is answered is what a commit has made durable. */
export function subjectStore(database: Database, now: () => Instant): SubjectStore {
  const newRow = (brand: string) => {
    const subject: Subject = { brand, id: randomUUID() };
    return {
      subject,
      row: { ...owner(subject), version: 0, state: JSON.stringify(newSubject), created_at: now() },
    };
  };

  return {
    async subjectFor(brand, identifier) {
      const { subject, row } = newRow(brand);
      if (identifier === null) {
        await database.insertInto('subject').values(row).execute();
        return subject;
      }
      const before = await findSubject(database, brand, identifier);
      if (before) return before;
      try {
        await database.transaction().execute(async (work) => {
          await work
            .insertInto('identifier')
            .values({ ...owner(subject), identifier })
            .execute();
          await work.insertInto('subject').values(row).execute();
        });
        return subject;
      } catch (error) {
        // Somebody else made it in between: that one is the subject.
        const made = await findSubject(database, brand, identifier);
        if (made) return made;
        throw error;
      }
    },

    async load(subject) {
      const found = await database
        .selectFrom('subject')
        .select(['version', 'state'])
        .where(ownedBy(subject))
        .executeTakeFirst();
      if (!found) return null;
      const state: SubjectState = z.parse(StoredState, JSON.parse(found.state));
      return { version: found.version, state };
    },

    async findByKey(subject, key) {
      const found = await database
        .selectFrom('entry')
        .selectAll()
        .where(ownedBy(subject))
        .where('idem_key', '=', key)
        .executeTakeFirst();
      if (!found) return null;
      const evidence = await database
        .selectFrom('evidence')
        .select(['salt', 'text'])
        .where(ownedBy(subject))
        .where('seq', '=', found.seq)
        .executeTakeFirst();
      return {
        entry: entryOf(found),
        body: found.body,
        receipt: found.receipt,
        key: found.idem_key,
        command: found.command,
        evidence: evidence ?? null,
      };
    },

    append: (write) => append(database, write),

    async list(subject, { before, limit }) {
      const rows = await database
        .selectFrom('entry')
        .select(['body', 'hash'])
        .where(ownedBy(subject))
        .where('seq', '<', before)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },

    async receipt(subject, seq) {
      const found = await database
        .selectFrom('entry')
        .select('receipt')
        .where(ownedBy(subject))
        .where('seq', '=', seq)
        .executeTakeFirst();
      return found?.receipt ?? null;
    },
  };
}

const entryOf = ({ body, hash }: { body: string; hash: string }): Entry =>
  z.parse(Entry, { ...(JSON.parse(body) as object), hash });

class Moved extends Error {}

/** Compare-and-set of the projection first: whoever finds another version there has written nothing. */
async function append(database: Database, { subject, version, rows, state }: Append): Promise<Appended> {
  try {
    await database.transaction().execute(async (work) => {
      const set = await work
        .updateTable('subject')
        .set({ version: version + 1, state: JSON.stringify(state) })
        .where(ownedBy(subject))
        .where('version', '=', version)
        .executeTakeFirst();
      if (set.numUpdatedRows !== 1n) throw new Moved();
      await work
        .insertInto('entry')
        .values(rows.map((row) => ({ ...owner(subject), ...entryColumns(row) })))
        .execute();
      await work
        .insertInto('outbox')
        .values(
          rows.map(({ entry }) => ({ ...owner(subject), seq: entry.seq, topic: 'decided', created_at: entry.at })),
        )
        .execute();
      const evidence = rows.flatMap((row) =>
        row.evidence ? [{ ...owner(subject), seq: row.entry.seq, ...row.evidence }] : [],
      );
      if (evidence.length > 0) await work.insertInto('evidence').values(evidence).execute();
    });
    return 'stored';
  } catch (error) {
    if (error instanceof Moved) return 'moved';
    if (isTaken(error, 'idem_key')) return 'key_taken';
    throw error;
  }
}

const entryColumns = (row: LogRow) => ({
  seq: row.entry.seq,
  body: row.body,
  hash: row.entry.hash,
  receipt: row.receipt,
  idem_key: row.key,
  command: row.command,
});
