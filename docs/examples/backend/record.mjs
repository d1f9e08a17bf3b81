import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** The first moment after a length of time such as "P14D" or "P24M". */
const after = (from, length) => {
  const date = new Date(from);
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(length);
  if (unit === 'Y') date.setUTCFullYear(date.getUTCFullYear() + Number(count));
  else if (unit === 'M') date.setUTCMonth(date.getUTCMonth() + Number(count));
  else date.setUTCDate(date.getUTCDate() + Number(count) * (unit === 'W' ? 7 : 1));
  return date.toISOString();
};

/** How one choice stands: worked out from the entries on every read, and from nothing else (I5). */
const standing = (use, entries, gpc, now) => {
  const entry = entries.findLast(({ items }) => items.some((it) => it.choice === use.id && it.outcome === 'applied'));
  if (!entry) {
    const silenced = gpc && use.signals.length > 0 && use.initial === 'on';
    const effective = silenced ? 'off' : use.initial;
    return { choice: use.id, decided: null, effective, why: silenced ? 'signal' : 'default', since: null, seq: 0 };
  }
  const { at, by, notice, seq } = entry;
  const { value, until, gpcAck } = entry.items.find((it) => it.choice === use.id);
  const known = { choice: use.id, decided: { value, at, by, notice: notice.version, until, gpcAck }, seq };
  if (value === 'off') return { ...known, effective: 'off', why: by, since: at };
  if (until !== null && until <= now) return { ...known, effective: 'off', why: 'expired', since: until };
  // The signal of a browser outweighs everything but a grant made in knowledge of it.
  if (gpc && use.signals.length > 0 && !gpcAck) return { ...known, effective: 'off', why: 'signal', since: null };
  return { ...known, effective: value, why: by, since: at };
};

/** Every decision, in one table to which rows are only added. */
export const openRecord = (file, uses, notice) => {
  const db = new DatabaseSync(file);
  // An answer is sent after the commit, and what is committed is on the disk (I8).
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS entry (customer TEXT, seq INTEGER, entry TEXT, PRIMARY KEY (customer, seq));
    CREATE TABLE IF NOT EXISTS used_token (jti TEXT PRIMARY KEY);`);
  const rows = db.prepare('SELECT entry FROM entry WHERE customer = ? ORDER BY seq');
  const insert = db.prepare('INSERT INTO entry VALUES (?, ?, ?)');

  const stateOf = (customer, gpc) => {
    const entries = rows.all(customer).map((row) => JSON.parse(row.entry));
    const asOf = new Date().toISOString();
    const signal = { gpc, recordedAt: entries.find((one) => one.by === 'gpc')?.at ?? null };
    const choices = uses.map((use) => standing(use, entries, gpc, asOf));
    return { notice, seq: entries.length, asOf, signal, choices };
  };

  return {
    stateOf,
    /** What a signal turns off: every use that it reaches, but those settled already. */
    touched(customer) {
      const settled = stateOf(customer, true).choices.filter(
        ({ decided }) => decided?.value === 'off' || decided?.gpcAck,
      );
      const open = uses.filter(({ id, signals }) => signals.length > 0 && !settled.some((one) => one.choice === id));
      return open.map(({ id }) => ({ choice: id, value: 'off' }));
    },
    /** Notes that a token was used; false where it was used before. */
    useToken: (jti) => db.prepare('INSERT OR IGNORE INTO used_token VALUES (?)').run(jti).changes === 1,
    /** Adds an entry and answers it; null, with nothing stored, where none of its items applies (I10). */
    decide(customer, by, gpc, items) {
      const { seq, choices } = stateOf(customer, gpc);
      const at = new Date().toISOString();
      const recorded = items.map(({ choice, value, until, confirmed, gpcAck }) => {
        const use = uses.find((one) => one.id === choice);
        const before = choices.find((one) => one.choice === choice);
        // A withdrawal always applies (I1). A grant needs its words or second step, and knowledge of the signal.
        const unasked = (use.grant !== 'press' && !confirmed) || (gpc && use.signals.length > 0 && !gpcAck);
        const applied = value === 'off' || !unasked;
        const grants = applied && value === 'on';
        const ends = [until, use.lasts && after(at, use.lasts)].filter((end) => typeof end === 'string').toSorted();
        const outcome = applied ? 'applied' : 'unseen';
        const end = { seq: applied ? seq + 1 : before.seq, until: grants ? (ends[0] ?? null) : null };
        return { choice, value, outcome, before: before.decided?.value ?? null, ...end, gpcAck: grants && !!gpcAck };
      });
      if (!recorded.some((item) => item.outcome === 'applied')) return null;
      const entry = { seq: seq + 1, at, by, notice, items: recorded, raced: false };
      const text = JSON.stringify(entry);
      insert.run(customer, entry.seq, text);
      return { ...entry, hash: createHash('sha256').update(text).digest('hex') };
    },
  };
};
