import { createHash } from 'node:crypto';
import type { DecisionAnswer } from '#contract/decisions.ts';
import { foldAlone, newState, stateText, type AloneState } from './fold-alone.ts';
import type { EntryRow, Tables } from './tables.ts';

/** What the tables say against what was promised. Zero everywhere, or somebody was lied to. */
export interface Findings {
  /** Acknowledged, and not in the log as it was acknowledged. */
  readonly lost: readonly string[];
  /** A key with more than one entry. */
  readonly twice: readonly string[];
  /** In the log under a key that nobody sent, or that was refused. */
  readonly strangers: readonly string[];
  /** A gap in the numbers, or a hash that does not follow from the one before and the body. */
  readonly breaks: readonly string[];
  /** Subjects whose stored state is not the fold of their log. */
  readonly unequal: readonly string[];
}

interface Promised {
  readonly subject: string;
  readonly seq: number;
  readonly hash: string;
  readonly receipt: string;
}

interface Read {
  seq: number;
  head: string | null;
  state: AloneState;
  /** The projection as it was stored when it was read last: nobody moved it, nothing is new. */
  stored: string;
}

/**
 * Keeps what the server acknowledged and reads the tables past it. It shares no code with what it judges: hash, chain
 * and fold are written a second time, in the plainest way. Every check reads on from where the last one ended; `anew`
 * reads everything again, so that nothing which was there before may have gone.
 */
export class Witness {
  readonly acknowledged = new Map<string, Promised>();
  private readonly sent = new Map<string, string>();
  private readonly refused = new Set<string>();
  private seen = new Map<string, string>();
  private read = new Map<string, Read>();
  private unseen = new Set<string>();

  send(subject: string, key: string): void {
    this.sent.set(key, subject);
  }

  acknowledge(subject: string, key: string, { entry, receipt }: DecisionAnswer): void {
    const promised = { subject, seq: entry.seq, hash: entry.hash, receipt };
    const before = this.acknowledged.get(key);
    if (before && JSON.stringify(before) !== JSON.stringify(promised)) {
      throw new Error(`The key ${key} was answered as entry ${before.seq}, and then as entry ${entry.seq}.`);
    }
    this.acknowledged.set(key, promised);
    if (!this.seen.has(key)) this.unseen.add(key);
  }

  refuse(key: string): void {
    this.refused.add(key);
  }

  /** The keys of the entries that were read. */
  keysInLog(): Iterable<string> {
    return this.seen.keys();
  }

  async check(tables: Tables, { anew = false } = {}): Promise<Findings> {
    if (anew) {
      this.seen = new Map();
      this.read = new Map();
      this.unseen = new Set(this.acknowledged.keys());
    }
    const found = { lost: [], twice: [], strangers: [], breaks: [], unequal: [] } as Record<keyof Findings, string[]>;
    for (const [subject, stored] of await tables.states()) {
      const known = this.read.get(subject) ?? { seq: 0, head: null, state: newState, stored: '' };
      if (known.stored === stored) continue;
      known.stored = stored;
      for (const row of await tables.entries(subject, known.seq)) this.look(subject, known, row, found);
      this.read.set(subject, known);
      if (stateText(JSON.parse(stored)) !== stateText({ ...known.state, head: known.head }))
        found.unequal.push(subject);
    }
    for (const key of this.unseen) found.lost.push(key);
    return found;
  }

  private look(subject: string, known: Read, row: EntryRow, found: Record<keyof Findings, string[]>): void {
    const place = `${subject} ${row.seq}`;
    const body = JSON.parse(row.body) as Parameters<typeof foldAlone>[1];
    if (row.seq !== known.seq + 1 || body.seq !== row.seq) found.breaks.push(`${place}: out of order`);
    if (row.hash !== link(known.head, row.body)) found.breaks.push(`${place}: wrong hash`);
    known.seq = row.seq;
    known.head = row.hash;
    known.state = foldAlone(known.state, body);
    if (row.key === null) return;
    if (this.seen.has(row.key)) found.twice.push(`${row.key} at ${this.seen.get(row.key)} and ${place}`);
    this.seen.set(row.key, place);
    if (this.sent.get(row.key) !== subject || this.refused.has(row.key)) found.strangers.push(`${row.key} at ${place}`);
    const promised = this.acknowledged.get(row.key);
    const kept =
      promised?.subject === subject &&
      promised.seq === row.seq &&
      promised.hash === row.hash &&
      promised.receipt === row.receipt;
    if (kept) this.unseen.delete(row.key);
  }
}

const link = (previous: string | null, body: string): string =>
  createHash('sha256')
    .update(Buffer.from([1]))
    .update(Buffer.from(previous ?? '', 'hex'))
    .update(body)
    .digest('hex');
