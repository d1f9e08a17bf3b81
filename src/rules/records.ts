import type { About } from '#contract/about.ts';
import type { HeldRecord, HoldingsList, RecordFilter, RecordPage } from '#contract/holdings.ts';
import type { Notice } from '#contract/notice.ts';
import type { Instant } from '#contract/primitives.ts';
import { recordsBehind } from './behind.ts';
import { valueOf } from './correct.ts';
import { dayOf } from './days.ts';
import { addToDay } from './duration.ts';
import { newHeldSum } from './held.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { momentOf } from './moment.ts';
import { pageOf } from './page.ts';
import { newSearch } from './search-words.ts';
import { byCategory } from './told.ts';

/**
 * What is held in each category of the notice, in its order: every record, whatever is switched off. Throws, naming it,
 * where a record cannot be told. The day until which backups have what goes today is of a time zone (IANA).
 */
export function holdingsListOf(
  holdings: Holdings,
  notice: Notice,
  about: Pick<About, 'backups' | 'conclusions'>,
  zone: string,
  now: Instant,
): HoldingsList {
  const { rows, rowOf } = byCategory(notice, (category) => ({
    category: category.id,
    held: newHeldSum(category),
    from: new Map<string, number>(),
  }));
  for (const record of holdings.records) {
    const what = `Record "${record.id}"`;
    const row = rowOf(what, record.category);
    row.held.add(record, momentOf(what, record.at));
    const from = fromOf(record);
    if (from !== null) row.from.set(from, (row.from.get(from) ?? 0) + 1);
  }

  const forgotten = new Map(holdings.forgotten?.map((one) => [one.category, one]));
  return {
    asOf: now,
    backupsUntil: addToDay(dayOf(now, zone), about.backups),
    categories: rows.map(({ category, held, from }) => {
      const { count, oldest, newest } = held.result();
      return {
        category,
        count,
        oldest,
        newest,
        items: held
          .items()
          .map((one) => (`${category}.${one.item}` === about.conclusions?.forbidden ? { ...one, forbids: true } : one)),
        from: [...from]
          .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
          .map(([name, number]) => ({ name, count: number })),
        forgotten: forgotten.get(category) ?? null,
      };
    }),
  };
}

/** One page of the records, newest first. Behind what is no longer there stands nothing. Null = the cursor is none. */
export function recordPageOf(
  holdings: Holdings,
  notice: Notice,
  about: Pick<About, 'conclusions' | 'correctable'>,
  filter: RecordFilter,
): RecordPage | null {
  const { category, item, search = '', behind } = filter;
  const among = behind === undefined ? holdings.records : (recordsBehind(holdings, notice, about, behind) ?? []);
  const isFound = newSearch(search);
  const found = among
    .filter(
      (record) =>
        (category ?? record.category) === record.category &&
        (item ?? record.item) === record.item &&
        isFound(record.label),
    )
    .map((record) => ({ at: momentOf(`Record "${record.id}"`, record.at), it: record }));
  const paged = pageOf(found, filter);
  return (
    paged && { records: paged.page.map((record) => heldRecordOf(record, about)), count: paged.count, next: paged.next }
  );
}

/** A record as it is told to the customer. */
export function heldRecordOf(record: HoldingRecord, about: Pick<About, 'correctable'>): HeldRecord {
  const { id, category, item, at, label, correctedAt = null, keptFor = null } = record;
  const value = valueOf(record);
  const correctable = about.correctable[`${category}.${item}`];
  return {
    id,
    category,
    item,
    at,
    label,
    from: fromOf(record),
    correctable: correctable && value !== null ? { ...correctable, value } : null,
    correctedAt,
    keptFor: keptFor && [...keptFor],
  };
}

function fromOf({ data }: HoldingRecord): string | null {
  const { from } = data;
  return typeof from === 'string' && from !== '' ? from : null;
}
