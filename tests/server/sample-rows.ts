import type { LogRow } from '#backend/subject-store.ts';
import { bodyOf, seal } from '#rules/chain.ts';
import { newSubject, type SubjectState } from '#rules/subject.ts';

/** The clock of the tests that write rows of their own. */
export const now = () => '2026-11-22T12:00:00.000Z';

/** A row of the log as the service makes it. */
export const sampleRow = async (seq: number, key: string | null): Promise<LogRow> => {
  const item = {
    choice: 'a.b',
    value: 'off',
    outcome: 'applied',
    before: null,
    seq,
    until: null,
    gpcAck: false,
  } as const;
  const entry = {
    seq,
    at: now(),
    by: 'customer',
    notice: { version: 1, hash: 'a'.repeat(64) },
    items: [item],
    raced: false,
  } as const;
  const body = bodyOf({ ...entry, items: [...entry.items] }, { subject: 's', evidence: null });
  const sealed = { ...entry, items: [...entry.items], hash: await seal(null, body) };
  return {
    entry: sealed,
    body,
    receipt: `receipt ${seq}`,
    key,
    command: key && 'b'.repeat(64),
    evidence: { salt: 'c', text: '{"surface":"a \\"quoted\\" {word}, and a \\\\ to escape"}' },
  };
};

export const stateAt = (seq: number): SubjectState => ({ ...newSubject, seq });
