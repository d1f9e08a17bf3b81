import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { Entry } from '#contract/decisions.ts';
import type { Instant } from '#contract/primitives.ts';
import type { Subject, SubjectStore } from '#backend/subject-store.ts';
import { newSubject } from '#rules/subject.ts';
import { findSubject } from './identifiers.ts';
import type { Engine } from './engine.ts';
import { loadedOf } from './stored-state.ts';
import { ownedBy, owner } from './tenant.ts';

/** Subjects and their logs in the database: what is answered is what a commit has made durable. */
export function subjectStore(
  { database, append }: Pick<Engine, 'database' | 'append'>,
  now: () => Instant,
): SubjectStore {
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
      return found ? loadedOf(found) : null;
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

    append,

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
