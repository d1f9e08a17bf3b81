import { useState } from 'react';
import type { BrandFace } from '#contract/capabilities.ts';
import type { Notice } from '#contract/notice.ts';
import type { ActivityAsked } from '#data/use-activity.ts';
import { useOverview } from '#data/use-overview.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { addressOf, withUntil } from './filter.model.ts';
import { StripTable } from './strip-table.tsx';
import { marksOfDays, marksOfMonths, stripsOf } from './strips.model.ts';
import { monthTimes, yearLabel, yearStrings } from './year.strings.ts';

interface YearStripsProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly brand: BrandFace;
  readonly asked: ActivityAsked;
}

const height = 16;

/** The year, a strip for each kind of data: the days it was used on, by month where there is little room. */
export function YearStrips({ voice, notice, brand, asked }: YearStripsProps) {
  const overview = useOverview();
  const [open, setOpen] = useState(false);
  if (!overview) return null;
  // Days are counted by kind of data: where one use is asked for, those of its kind are shown.
  const strips = stripsOf(overview, notice, brand.zone, asked.category ?? asked.use?.split('.')[0]);
  if (strips.strips.length === 0) return null;
  const { say, month } = voice;
  return (
    <figure className="strips" aria-label={say(yearLabel(String(strips.year)))}>
      <div className="strips-grid">
        <ul className="strips-months">
          {strips.months.map((one) => (
            <li key={one.month}>
              {one.times > 0 ? (
                <PageLink to="/activity" asked={addressOf(withUntil(asked, one.until))}>
                  <span aria-hidden="true">{month(one.month, 'short')}</span>
                  <span className="sr-only">{say(monthTimes(month(one.month, 'long'), one.times))}</span>
                </PageLink>
              ) : (
                <span aria-hidden="true">{month(one.month, 'short')}</span>
              )}
            </li>
          ))}
        </ul>
        <div aria-hidden="true" className="strips-initials">
          {strips.months.map((one) => (
            <span key={one.month}>{month(one.month, 'narrow')}</span>
          ))}
        </div>
        {strips.strips.map((strip) => (
          <div key={strip.category} aria-hidden="true" className="strip-row">
            <span className="strip-name">{strip.name}</span>
            <svg viewBox={`0 0 12 ${height}`} preserveAspectRatio="none" className="strip-by-day">
              <path d={`M0 ${height}H12`} className="year-axis" />
              <path d={marksOfDays(strips.year, strip, height)} className="year-days" />
            </svg>
            <svg viewBox={`0 0 12 ${height}`} preserveAspectRatio="none" className="strip-by-month">
              <path d={`M0 ${height}H12`} className="year-axis" />
              <path d={marksOfMonths(strip, height)} className="year-months" />
            </svg>
          </div>
        ))}
      </div>
      <figcaption className="text-note text-ink-2">
        <span className="strips-wide">{say(yearStrings.caption)}</span>
        <span className="strips-narrow">{say(yearStrings.captionSmall)}</span>
      </figcaption>
      <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(yearStrings.table)}</summary>
        {open && <StripTable voice={voice} strips={strips} asked={asked} />}
      </details>
    </figure>
  );
}
