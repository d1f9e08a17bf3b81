import type { Kysely } from 'kysely';
import type { ExpectationAnswer } from '#contract/expectations.ts';
import type { Deed } from '#backend/holdings-store.ts';

/**
 * The tables, as every engine keeps them: text and integers only, times as ISO text set by the app, JSON as text that
 * the app's own schemas parse. Tables of one customer begin their key with `subject_id`, a random UUID, so that they
 * can be spread by it. Their names in one place keep the tenant filter in one place too.
 */
export interface Tables {
  brand: BrandTable;
  notice: NoticeTable;
  subject: SubjectTable;
  entry: EntryTable;
  evidence: EvidenceTable;
  outbox: OutboxTable;
  identifier: IdentifierTable;
  session: SessionTable;
  used_token: UsedTokenTable;
  signing_key: SigningKeyTable;
  holding: HoldingTable;
  held_record: HeldRecordTable;
  held_event: HeldEventTable;
  held_forgetting: HeldForgettingTable;
  held_incident: HeldIncidentTable;
  deed: DeedTable;
  expectation: ExpectationTable;
  expectation_week: ExpectationWeekTable;
}

export type Database = Kysely<Tables>;

interface BrandTable {
  brand_id: string;
  /** BrandFace as JSON. */
  face: string;
  /** SignIn as JSON; null = no token opens a session. */
  sign_in: string | null;
  /** A list as JSON; null = written by a version that did not keep it. */
  jurisdictions: string | null;
  /** About by language, as JSON; null = written by a version that did not keep it. */
  about: string | null;
  updated_at: string;
}

interface NoticeTable {
  brand_id: string;
  version: number;
  language: string;
  /** The exact JSON that was published. Rows are inserted and never updated. */
  document: string;
  hash: string;
  published_at: string;
}

/** Whose row it is: one customer of one brand. */
export interface Owned {
  subject_id: string;
  brand_id: string;
}

interface SubjectTable extends Owned {
  /** Compared and set by every write. */
  version: number;
  /** SubjectState as JSON: the fold of the subject's entries. */
  state: string;
  created_at: string;
}

/** The truth. Rows are inserted and never updated. */
interface EntryTable extends Owned {
  seq: number;
  /** The text that was hashed; with the hash it is the whole entry, and nothing of it is stored twice. */
  body: string;
  hash: string;
  receipt: string;
  idem_key: string | null;
  command: string | null;
}

interface EvidenceTable extends Owned {
  seq: number;
  salt: string;
  text: string;
}

/** What others are still to be told; written together with the entry it is about. */
interface OutboxTable extends Owned {
  seq: number;
  topic: 'decided';
  created_at: string;
}

interface IdentifierTable extends Owned {
  identifier: string;
}

interface SessionTable extends Owned {
  /** Digest of the secret. */
  token: string;
  persona: string | null;
  /** Null = a browser without a customer, or written by a version that did not keep it. */
  customer_name: string | null;
  signal: 0 | 1;
  expires_at: string;
}

/** Sign-in tokens that opened a session, until they are too old to. */
interface UsedTokenTable {
  brand_id: string;
  /** Digest of the token's own name. */
  token: string;
  expires_at: string;
}

interface SigningKeyTable {
  kid: string;
  public_jwk: string;
  /** Null once retired: old receipts are checked with the public half alone. */
  private_jwk: string | null;
  created_at: string;
  retired_at: string | null;
}

/** All that is held about one customer; `revision` grows with every change of a record or an event. */
interface HoldingTable extends Owned {
  customer_name: string;
  revision: number;
  /** 1 = the incidents that this customer was in are all listed; null = nobody says so. */
  incidents_known: 1 | null;
}

interface HeldRecordTable extends Owned {
  record_id: string;
  category: string;
  item: string;
  at: string;
  label: string;
  data: string;
  /** Choices as JSON; null = it was not forgotten. */
  kept_for: string | null;
  corrected_at: string | null;
}

interface HeldEventTable extends Owned {
  event_id: string;
  use: string;
  at: string;
  /** JSON; that of null = its details were forgotten. Null = it never had any. */
  data: string | null;
}

/** The last forgetting of a category. */
interface HeldForgettingTable extends Owned {
  category: string;
  /** Forgotten as JSON. */
  document: string;
}

/** An incident that this customer was in. */
interface HeldIncidentTable extends Owned {
  incident: string;
}

/** What a customer had done to what is held; see `Deed`. Rows are never deleted. */
interface DeedTable extends Owned {
  idem_key: string;
  /** Null = erased with what was forgotten later. */
  command: string | null;
  kind: Deed['kind'];
  at: string;
  answer: string;
}

/** One answer to "Did you expect this?". It is of no customer: once its week is closed nobody can tell of whom. */
interface ExpectationTable {
  brand_id: string;
  week: string;
  voter: string;
  card: string;
  answer: ExpectationAnswer;
  reason: string | null;
}

/** The open week of a brand: one row each, so that no key of a week before it can be left. */
interface ExpectationWeekTable {
  brand_id: string;
  week: string;
  key: string;
}
