import { useDeferredValue, useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import type { BrandFace } from '#contract/capabilities.ts';
import type { Notice } from '#contract/notice.ts';
import { useActivity, type ActivityAsked } from '#data/use-activity.ts';
import { useLastHere } from '#data/use-last-here.ts';
import type { Voice } from '#i18n/voice.ts';
import { useShownChoices } from '#intents/use-intents.ts';
import { keptSearch } from '#navigation/kept-search.ts';
import { useFollow } from '#navigation/use-follow.ts';
import { byDay } from '#rules/by-day.ts';
import { RichText } from '#ui/rich-text.tsx';
import { ShowOlder } from '#ui/show-older.tsx';
import { activityStrings, shownOf } from './activity.strings.ts';
import { DayOfEvents } from './day-of-events.tsx';
import { firstSeenBefore, knownIn, usesNow } from './event.model.ts';
import { countSentence } from './filter.model.ts';

interface EventListProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly brand: BrandFace;
  readonly asked: ActivityAsked;
  /** Others are asked for, and on their way. */
  readonly busy: boolean;
  /** Called when what was asked for is on screen, with how many there are in a sentence. */
  readonly onShown: (asked: ActivityAsked, count: string) => void;
}

/** Where the count stands, for whoever is led to it. */
export const countId = 'events-count';

/** The events that were asked for, day by day, newest first. */
export function EventList({ voice, notice, brand, asked, busy, onShown }: EventListProps) {
  const { say, number } = voice;
  const { pages, more: known, bringMore } = useActivity(asked);
  const lastHere = useLastHere();
  const { views } = useShownChoices();
  const { search } = useLocation();
  const { hrefTo, onClick } = useFollow();
  const kept = keptSearch(search);
  // Hundreds of rows at once are drawn when there is time.
  const drawn = useDeferredValue(pages);
  // Until they are, the end of the list is not where it will be: no more are asked for because it is near.
  const more = drawn === pages ? known : 'coming';
  const { events, said } = useMemo(() => knownIn(drawn), [drawn]);
  const uses = useMemo(() => usesNow(voice, notice, views), [voice, notice, views]);
  const days = useMemo(() => byDay(events, brand.zone), [events, brand.zone]);
  const seenBefore = useMemo(() => firstSeenBefore(events, lastHere), [events, lastHere]);
  const hrefOf = useMemo(
    () => (use: string) => {
      const [category = '', name = ''] = use.split('.');
      return hrefTo(`/data/${category}${kept}#${name}`);
    },
    [hrefTo, kept],
  );
  const count = pages.at(-1)?.count ?? 0;
  const sentence = countSentence(voice, notice, asked, count);
  useEffect(() => onShown(asked, sentence), [onShown, asked, sentence]);
  const olderText = (): string => {
    if (more === 'failed') return say(activityStrings.olderFailed);
    return say(more === 'coming' ? activityStrings.olderComing : shownOf(number(events.length), number(count)));
  };
  return (
    <section aria-label={say(activityStrings.list)} aria-busy={busy} className="events">
      <p id={countId} tabIndex={-1} className="events-count">
        <RichText text={sentence} />
      </p>
      {/* One ear for the links of all rows; keys press them like a pointer does. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div onClick={onClick}>
        {days.map(({ day, those }) => (
          <DayOfEvents
            key={day}
            voice={voice}
            currency={brand.currency}
            day={day}
            events={those}
            said={said}
            uses={uses}
            lastHere={lastHere}
            seenBefore={those.some(({ id }) => id === seenBefore) ? seenBefore : null}
            hrefOf={hrefOf}
          />
        ))}
      </div>
      <ShowOlder
        more={more}
        onMore={bringMore}
        size={events.length}
        text={olderText()}
        label={say(activityStrings.older)}
      />
    </section>
  );
}
