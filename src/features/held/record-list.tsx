import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { HeldRecord } from '#contract/holdings.ts';
import { useHoldings } from '#data/use-holdings.ts';
import { useRecords, type RecordsAsked } from '#data/use-records.ts';
import { useInForce } from '#intents/use-in-force.ts';
import { keptSearch } from '#navigation/kept-search.ts';
import { useFollow } from '#navigation/use-follow.ts';
import { OlderRecords } from './older-records.tsx';
import { daysOf, itemFacts, keptForOf, withRemoved } from './record.model.ts';
import { RecordRow } from './record-row.tsx';
import { found, recordStrings } from './record.strings.ts';
import type { useHeldPage } from './use-held-page.ts';

interface RecordListProps {
  readonly held: ReturnType<typeof useHeldPage>;
  readonly asked: RecordsAsked;
  /** Others are asked for, and on their way. */
  readonly busy: boolean;
}

/** The records that were asked for, day by day, newest first. */
export function RecordList({ held: { can, notice, page, statusOf }, asked, busy }: RecordListProps) {
  const { voice } = page;
  const { say, number, date } = voice;
  const { zone } = can.brand;
  const { pages, more, bringMore } = useRecords(asked);
  const backups = date(useHoldings().backupsUntil);
  const { search } = useLocation();
  const isOn = useInForce(notice);
  const { hrefTo, onClick } = useFollow();
  const facts = useMemo(
    () => itemFacts(notice, isOn, (to, hash) => hrefTo(`${to}${keptSearch(search)}#${hash}`)),
    [notice, isOn, hrefTo, search],
  );
  const [removed, setRemoved] = useState<readonly HeldRecord[]>([]);
  const onRemoved = useCallback(
    (record: HeldRecord) => setRemoved((before) => [...before.filter(({ id }) => id !== record.id), record]),
    [],
  );
  // Hundreds of rows at once are drawn when there is time.
  const loaded = useMemo(() => pages.flatMap(({ records }) => records), [pages]);
  const drawn = useDeferredValue(loaded);
  const days = useMemo(() => daysOf(withRemoved(drawn, removed), zone), [drawn, removed, zone]);
  const count = pages.at(-1)?.count ?? 0;
  return (
    <section aria-label={say(recordStrings.list)} aria-busy={busy}>
      <p role="status" className="record-count">
        {count === 0
          ? say(asked.behind === undefined ? recordStrings.noneFound : recordStrings.behindNothing)
          : say(found(number(count), count))}
      </p>
      {/* One ear for the links of all rows; keys press them like a pointer does. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div onClick={onClick}>
        {days.map(({ day, records }) => (
          <section
            key={day}
            className="record-day"
            data-rows={Math.min(records.length, 40)}
            aria-labelledby={`day-${day}`}
          >
            <h2 id={`day-${day}`} className="record-date">
              {date(day)}
            </h2>
            <ul className="record-rows">
              {records.map((record) => (
                <RecordRow
                  key={record.id}
                  page={page}
                  record={record}
                  facts={facts[`${record.category}.${record.item}`]}
                  backups={backups}
                  named={asked.category === undefined}
                  keptFor={record.keptFor === null ? null : keptForOf(record, notice).join(' · ')}
                  canCorrect={can.correcting ?? false}
                  canRemove={can.forgetting ?? false}
                  status={statusOf(`record:${record.id}`)}
                  onRemoved={onRemoved}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <OlderRecords
        voice={voice}
        more={more}
        bringMore={bringMore}
        shown={drawn.length}
        loaded={loaded.length}
        count={count}
      />
    </section>
  );
}
