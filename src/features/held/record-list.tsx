import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { HeldRecord } from '#contract/holdings.ts';
import { useHoldings } from '#data/use-holdings.ts';
import { useRecords, type RecordsAsked } from '#data/use-records.ts';
import { useInForce } from '#intents/use-in-force.ts';
import { keptSearch } from '#navigation/kept-search.ts';
import { useFollow } from '#navigation/use-follow.ts';
import { byDay } from '#rules/by-day.ts';
import { ShowOlder } from '#ui/show-older.tsx';
import { recordsIn } from './held.model.ts';
import { RecordDay } from './record-day.tsx';
import { itemFacts, withRemoved } from './record.model.ts';
import { olderStrings, recordStrings, shownOf } from './record.strings.ts';
import type { useHeldPage } from './use-held-page.ts';

interface RecordListProps {
  readonly held: ReturnType<typeof useHeldPage>;
  readonly asked: RecordsAsked;
}

/** The records that were asked for, day by day, newest first. */
export function RecordList({ held: { can, notice, page, statusOf }, asked }: RecordListProps) {
  const { voice } = page;
  const { say, number, date } = voice;
  const { zone } = can.brand;
  const { pages, more, bringMore } = useRecords(asked);
  const backups = date(useHoldings().backupsUntil);
  const { search } = useLocation();
  const isOn = useInForce(notice);
  const { hrefTo, onClick } = useFollow();
  const kept = keptSearch(search);
  const facts = useMemo(
    () => itemFacts(notice, isOn, (to, hash) => hrefTo(`${to}${kept}#${hash}`)),
    [notice, isOn, hrefTo, kept],
  );
  const [removed, setRemoved] = useState<readonly HeldRecord[]>([]);
  const onRemoved = useCallback(
    (record: HeldRecord) => setRemoved((before) => [...before.filter(({ id }) => id !== record.id), record]),
    [],
  );
  // Hundreds of rows at once are drawn when there is time; until they are, no more are brought.
  const loaded = useMemo(() => pages.flatMap(({ records }) => records), [pages]);
  const drawn = useDeferredValue(loaded);
  const next = drawn === loaded ? more : 'coming';
  const days = useMemo(() => byDay(withRemoved(drawn, removed), zone), [drawn, removed, zone]);
  const count = pages.at(-1)?.count ?? 0;
  const none = asked.behind === undefined ? recordStrings.noneFound : recordStrings.behindNothing;
  return (
    <section className="record-list" aria-label={say(recordStrings.list)}>
      <p role="status" className="record-count">
        {count === 0 ? say(none) : recordsIn(voice, count)}
      </p>
      {/* One ear for the links of all rows; keys press them like a pointer does. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div onClick={onClick}>
        {days.map(({ day, those }) => (
          <RecordDay
            key={day}
            page={page}
            day={day}
            records={those}
            facts={facts}
            backups={backups}
            named={asked.category === undefined}
            canCorrect={can.correcting ?? false}
            canRemove={can.forgetting ?? false}
            statusOf={those.some(({ id }) => statusOf(`record:${id}`) !== null) ? statusOf : null}
            onRemoved={onRemoved}
          />
        ))}
      </div>
      <ShowOlder
        more={next}
        onMore={bringMore}
        size={drawn.length}
        text={
          next === 'here'
            ? say(shownOf(number(drawn.length), number(count)))
            : next === 'all'
              ? ''
              : say(olderStrings[next])
        }
        label={say(recordStrings.older)}
      />
    </section>
  );
}
