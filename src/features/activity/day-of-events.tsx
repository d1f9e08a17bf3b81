import { Fragment, memo } from 'react';
import type { ActivityEvent, ActivityPage } from '#contract/activity.ts';
import type { Day, Instant } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import { lastHereOn } from './activity.strings.ts';
import { sentenceOf, type NamedUse } from './event.model.ts';

interface DayOfEventsProps {
  readonly voice: Voice;
  readonly currency: string;
  readonly day: Day;
  readonly events: readonly ActivityEvent[];
  readonly said: ActivityPage['said'];
  readonly uses: Readonly<Record<string, NamedUse>>;
  readonly lastHere: Instant | null;
  /** The first event of this day from before the last visit, where that is told here. */
  readonly seenBefore: string | null;
  readonly hrefOf: (use: string) => string;
}

/** A day on which data was used, and each time it was. */
function TheDay(props: DayOfEventsProps) {
  const { voice, day, events, lastHere, seenBefore } = props;
  return (
    <section className="event-day" data-rows={Math.min(events.length, 18)} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="event-date">
        {voice.date(day)}
      </h2>
      <ul className="event-rows">
        {events.map((event) => (
          <Fragment key={event.id}>
            {event.id === seenBefore && lastHere !== null && (
              <li className="event-mark">{voice.say(lastHereOn(voice.date(lastHere), voice.clock(lastHere)))}</li>
            )}
            <EventRow {...props} event={event} />
          </Fragment>
        ))}
      </ul>
    </section>
  );
}

function EventRow({
  voice,
  currency,
  event,
  said,
  uses,
  hrefOf,
}: DayOfEventsProps & { readonly event: ActivityEvent }) {
  const use = uses[event.use];
  const sentence = sentenceOf(voice, event, said, currency);
  return (
    <li className="event">
      <time dateTime={event.at} className="event-time">
        {voice.clock(event.at)}
      </time>
      <div>
        {sentence !== null && <p className={event.values === null ? 'text-ink-2' : undefined}>{sentence}</p>}
        {use && (
          <p className="event-use">
            <a href={hrefOf(event.use)}>{use.name}</a>
            <span>{use.state}</span>
          </p>
        )}
      </div>
    </li>
  );
}

/** Of hundreds of days only those are drawn anew that changed. */
export const DayOfEvents = memo(TheDay);
