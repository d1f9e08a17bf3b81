import type { Correctable } from '#contract/holdings.ts';
import type { Instant } from '#contract/primitives.ts';
import type { HoldingRecord } from './holdings.ts';

const PLACE = '{value}';
/** Figures that read the same when they are written again: no 1e21, no 0.1000000001. */
const NUMBER = /^-?\d{1,12}(\.\d{1,6})?$/;
// oxlint-disable-next-line no-control-regex -- what no store and no screen can keep is looked for by its code
const UNWRITABLE = /[\0-\u{8}\v\f\u{E}-\u{1F}\u{7F}]/u;

/** What can be put right in a record; null = it says that something can, but not what. */
export function valueOf({ label, data }: HoldingRecord): string | null {
  const { value, says } = data;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return says === undefined ? label : null;
}

/**
 * A record with another value in it: its label says it, and so does whatever the rules read of it. It stays the record
 * it was, also where the value was there before: then nothing changed, and the very same record is answered. For a
 * value that cannot stand there it is a sentence that says how to mend it.
 */
export function corrected(
  record: HoldingRecord,
  { kind, options }: Pick<Correctable, 'kind' | 'options'>,
  given: string,
  now: Instant,
): HoldingRecord | string {
  const text = given.trim();
  if (text === '') return 'The value is empty. Write what is right, or forget the record.';
  if (UNWRITABLE.test(text) || !text.isWellFormed()) return 'The value has signs that cannot be shown. Leave them out.';
  if (kind === 'number' && !NUMBER.test(text)) return `“${text}” is not a number. Write it in figures, like 42 or 6.5.`;
  if (kind === 'option' && !options?.includes(text)) {
    return `“${text}” is not on the list. Choose one of: ${(options ?? []).join(', ')}.`;
  }
  const value = kind === 'number' ? Number(text) : text;
  return String(value) === valueOf(record) ? record : withValue(record, value, now);
}

function withValue(record: HoldingRecord, value: string | number, now: Instant): HoldingRecord {
  const { value: before, says, size } = record.data;
  return {
    ...record,
    label: typeof says === 'string' ? says.replaceAll(PLACE, () => String(value)) : String(value),
    data: {
      ...record.data,
      ...((before !== undefined || says !== undefined) && { value }),
      // A size that advice is given by is the one that stands there, and no older one.
      ...(size !== undefined && { size: String(value) }),
    },
    correctedAt: now,
  };
}
