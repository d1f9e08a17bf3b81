import * as z from 'zod/mini';
import { Entry } from '#contract/decisions.ts';
import type { Digest } from '#contract/primitives.ts';
import type { LoadedSubject, Subject } from '#backend/subject-store.ts';
import { canonical, commitTo, seal } from '#rules/chain.ts';
import { fold } from '#rules/fold.ts';
import { verifyReceipt } from '#rules/receipt.ts';
import { newSubject, type SubjectState } from '#rules/subject.ts';
import type { ReadStore } from './store/open-to-read.ts';
import { ownedBy } from './store/tenant.ts';

/** A link of the log that holds: its place, the key that its command came with, and its hash. */
export interface SoundEntry {
  readonly subject: Subject;
  readonly seq: number;
  readonly key: string | null;
  readonly hash: Digest;
}

/** A place in the log that does not hold, in words that name it. */
class Fault extends Error {}

type Stored = Pick<ReadStore, 'database' | 'subjects' | 'keys'>;
type Row = Awaited<ReturnType<typeof page>>[number];

const rowsAtOnce = 500;

/**
 * Reads the log of one subject up to where its projection says it ends, and calls `sound` for each link. Answers with
 * the first fault, or null. A log is only ever added to, so this holds beside a server that writes.
 */
export async function verifySubject(
  store: Stored,
  subject: Subject,
  isPublished: (version: number, hash: Digest) => boolean,
  sound: (entry: SoundEntry) => void,
): Promise<string | null> {
  try {
    const loaded = await store.subjects.load(subject);
    // Gone since it was listed: a log that it left behind is found by itself.
    if (!loaded) return null;
    const folded = await readLog(store, subject, loaded.state, isPublished, sound);
    if (canonical(folded) !== canonical(loaded.state)) return 'what is kept as its state is not the fold of its log';
    return await verifyEnd(store, subject, loaded);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    // Of the engine itself nothing is said here: a store that cannot be reached is not unsound.
    if (error instanceof SyntaxError || error instanceof z.core.$ZodError) return 'what is stored of it cannot be read';
    throw error;
  }
}

async function readLog(
  store: Stored,
  subject: Subject,
  { seq: last }: SubjectState,
  isPublished: (version: number, hash: Digest) => boolean,
  sound: (entry: SoundEntry) => void,
): Promise<SubjectState> {
  let state: SubjectState = newSubject;
  while (state.seq < last) {
    const rows = await page(store, subject, state.seq, last);
    const told = new Set((await outbox(store, subject, state.seq, last)).map(({ seq }) => seq));
    if (rows.length === 0) throw new Fault(`entry ${state.seq + 1} is missing; its state says that there are ${last}`);
    for (const row of rows) {
      if (row.seq !== state.seq + 1) throw new Fault(`entry ${state.seq + 1} is missing; entry ${row.seq} is there`);
      const entry = await verifyLink(store, subject, state.head, row);
      if (!isPublished(entry.notice.version, entry.notice.hash)) {
        throw new Fault(`entry ${row.seq} names notice ${entry.notice.version}, which is not as it was published`);
      }
      if (!told.has(row.seq)) throw new Fault(`entry ${row.seq} is not in the outbox`);
      state = fold(state, entry);
      sound({ subject, seq: row.seq, key: row.idem_key, hash: row.hash });
    }
  }
  return state;
}

/** One link: its hash follows from the one before and its bytes, its receipt states it, its evidence opens it. */
async function verifyLink({ keys }: Stored, subject: Subject, previous: Digest | null, row: Row): Promise<Entry> {
  const here = `entry ${row.seq}`;
  if (row.hash !== (await seal(previous, row.body))) {
    throw new Fault(`${here}: its hash does not follow from the one before and its text`);
  }
  const stated = JSON.parse(row.body) as { subject?: unknown; evidence?: unknown };
  const parsed = Entry.safeParse({ ...stated, hash: row.hash });
  if (!parsed.success || parsed.data.seq !== row.seq || stated.subject !== subject.id) {
    throw new Fault(`${here}: its text is of another entry`);
  }
  const receipt = await verifyReceipt(row.receipt, keys.published);
  if (!receipt.ok) throw new Fault(`${here}: its receipt does not hold. ${receipt.detail}`);
  if (receipt.claims.jti !== row.hash || receipt.claims.sub !== subject.id) {
    throw new Fault(`${here}: its receipt is of another entry`);
  }
  // Without its salt nothing is left to check: that is what erasing it is for (I7).
  if (row.salt !== null && row.text !== null) {
    const commitment = await commitTo(row.salt, JSON.parse(row.text));
    if (commitment !== stated.evidence) throw new Fault(`${here}: its evidence is not what was committed to`);
  }
  return parsed.data;
}

/** Nothing stands behind the end of the log, unless the subject has moved on since it was read. */
async function verifyEnd(
  { database, subjects }: Stored,
  subject: Subject,
  read: LoadedSubject,
): Promise<string | null> {
  const beyond = await database
    .selectFrom('entry')
    .select('seq')
    .where(ownedBy(subject))
    .where('seq', '>', read.state.seq)
    .limit(1)
    .executeTakeFirst();
  const again = beyond && (await subjects.load(subject));
  return again?.version === read.version ? `entry ${beyond?.seq} is in its log, and its state does not know it` : null;
}

const page = ({ database }: Stored, subject: Subject, after: number, last: number) =>
  database
    .selectFrom('entry')
    .leftJoin('evidence', (join) =>
      join.onRef('evidence.subject_id', '=', 'entry.subject_id').onRef('evidence.seq', '=', 'entry.seq'),
    )
    .select(['entry.seq', 'entry.body', 'entry.hash', 'entry.receipt', 'entry.idem_key'])
    .select(['evidence.salt', 'evidence.text'])
    .where('entry.subject_id', '=', subject.id)
    .where('entry.brand_id', '=', subject.brand)
    .where('entry.seq', '>', after)
    .where('entry.seq', '<=', last)
    .orderBy('entry.seq')
    .limit(rowsAtOnce)
    .execute();

const outbox = ({ database }: Stored, subject: Subject, after: number, last: number) =>
  database
    .selectFrom('outbox')
    .select('seq')
    .where(ownedBy(subject))
    .where('seq', '>', after)
    .where('seq', '<=', last)
    .orderBy('seq')
    .limit(rowsAtOnce)
    .execute();
