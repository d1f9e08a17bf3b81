import { Suspense, useState, type ReactNode } from 'react';
import type { Voice } from '#i18n/voice.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { YearPicture } from '#ui/year-picture.tsx';
import { YearTable } from './lazy-card.ts';
import { busiestDay, overviewStrings } from './overview.strings.ts';
import type { Year } from '#rules/year.ts';

interface YearFigureProps {
  readonly voice: Voice;
  readonly year: Year;
  /** Within a card: no caption of its own. */
  readonly small?: boolean;
  /** The way to every event. */
  readonly more?: ReactNode;
}

/** When data was used this year: as a picture, and the same as a table. */
export function YearFigure({ voice, year, small = false, more }: YearFigureProps) {
  const [open, setOpen] = useState(false);
  const { say } = voice;
  const months = year.months.map((one) => ({
    ...one,
    name: voice.month(one.month, 'short'),
    initial: voice.month(one.month, 'narrow'),
  }));
  return (
    <figure className={small ? 'year-figure-small' : 'year-figure'}>
      <YearPicture year={year.year} months={months} />
      {!small && (
        <figcaption className="text-note text-ink-2">
          {say(year.times === 0 ? overviewStrings.yearEmpty : overviewStrings.yearCaption)}
          {year.busiest && ` ${say(busiestDay(year.busiest.times, voice.date(year.busiest.date)))}`}{' '}
          {year.times > 0 && more}
        </figcaption>
      )}
      {year.times > 0 && (
        <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{say(overviewStrings.yearTable)}</summary>
          {open && (
            <Suspense fallback={<Skeleton className="h-64" />}>
              <YearTable page={{ voice }} year={year} />
            </Suspense>
          )}
        </details>
      )}
    </figure>
  );
}
