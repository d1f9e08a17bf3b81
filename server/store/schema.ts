import type { Kysely } from 'kysely';

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
}

interface HeldRecordTable extends Owned {
  record_id: string;
  category: string;
  item: string;
  at: string;
  label: string;
  data: string;
}

interface HeldEventTable extends Owned {
  event_id: string;
  use: string;
  at: string;
}
