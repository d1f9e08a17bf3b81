import { useState, type ReactNode } from 'react';
import type { Voice } from '#i18n/voice.ts';
import { YearPicture } from '#ui/year-picture.tsx';
import { busiestDay, dayTimes, overviewStrings } from './overview.strings.ts';
import type { Year } from './year.model.ts';

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
          {open && <YearTable voice={voice} year={year} />}
        </details>
      )}
    </figure>
  );
}

function YearTable({ voice, year }: { readonly voice: Voice; readonly year: Year }) {
  const { say } = voice;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say(overviewStrings.yearMonth)}</th>
          <th scope="col">{say(overviewStrings.yearTimes)}</th>
          <th scope="col">{say(overviewStrings.yearDays)}</th>
        </tr>
      </thead>
      <tbody>
        {year.months.map(({ month, times, days }) => (
          <tr key={month}>
            <th scope="row">
              {voice.month(month, 'long')} {year.year}
            </th>
            <td>{voice.number(times)}</td>
            <td>
              {days.length === 0
                ? say(overviewStrings.yearNoDay)
                : days.map((one) => say(dayTimes(String(one.day), one.times))).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
