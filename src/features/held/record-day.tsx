import { memo } from 'react';
import type { HeldRecord } from '#contract/holdings.ts';
import type { DeedStatus } from '#intents/deed-status.ts';
import type { ItemFacts } from './record.model.ts';
import { RecordRow } from './record-row.tsx';
import type { DeedPage } from './use-held-page.ts';

interface RecordDayProps {
  readonly page: DeedPage;
  readonly day: string;
  readonly records: readonly HeldRecord[];
  readonly facts: Readonly<Record<string, ItemFacts>>;
  readonly backups: string;
  /** Say which kind of data each is of. */
  readonly named: boolean;
  readonly canCorrect: boolean;
  readonly canRemove: boolean;
  /** Null = nothing was done to any of them here. */
  readonly statusOf: ((target: string) => DeedStatus | null) | null;
  readonly onRemoved: (record: HeldRecord) => void;
}

/** The records of one day. */
function Day({ day, records, facts, statusOf, ...row }: RecordDayProps) {
  const id = `day-${day}`;
  return (
    <section className="record-day" data-rows={Math.min(records.length, 40)} aria-labelledby={id}>
      <h2 id={id} className="record-date">
        {row.page.voice.date(day)}
      </h2>
      <ul className="record-rows">
        {records.map((record) => (
          <RecordRow
            key={record.id}
            {...row}
            record={record}
            facts={facts[`${record.category}.${record.item}`]}
            status={statusOf?.(`record:${record.id}`) ?? null}
          />
        ))}
      </ul>
    </section>
  );
}

/** Days are made anew when older ones come, and most are as they were. */
export const RecordDay = memo(Day, ({ records: before, ...one }, { records: after, ...other }) => {
  const keys = Object.keys(other) as (keyof typeof other)[];
  return (
    keys.every((key) => Object.is(one[key], other[key])) &&
    before.length === after.length &&
    before.every((record, at) => record === after[at])
  );
});
