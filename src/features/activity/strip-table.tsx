import type { ActivityAsked } from '#data/use-activity.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { addressOf, withUntil } from './filter.model.ts';
import type { Strips } from './strips.model.ts';
import { dayTimes, yearStrings } from './year.strings.ts';

interface StripTableProps {
  readonly voice: Voice;
  readonly strips: Strips;
  readonly asked: ActivityAsked;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The year as a table: what its picture shows, each day a way to its events. */
export function StripTable({ voice: { say, month }, strips: { year, strips, months }, asked }: StripTableProps) {
  const used = months
    .filter(({ times }) => times > 0)
    .map((one) => ({ ...one, strips: strips.filter((strip) => (strip.months[one.month - 1]?.times ?? 0) > 0) }));
  return (
    <table className="table strip-table">
      <thead>
        <tr>
          <th scope="col">{say(yearStrings.category)}</th>
          <th scope="col">{say(yearStrings.days)}</th>
        </tr>
      </thead>
      {used.map((one) => (
        <tbody key={one.month}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              <PageLink to="/activity" asked={addressOf(withUntil(asked, one.until))}>
                {month(one.month, 'long')} {year}
              </PageLink>
            </th>
          </tr>
          {one.strips.map((strip) => (
            <tr key={strip.category}>
              <th scope="row">{strip.name}</th>
              <td>
                <ul className="strip-days">
                  {strip.months[one.month - 1]?.days.map(({ day, times }) => (
                    <li key={day}>
                      <PageLink
                        to="/activity"
                        asked={addressOf({
                          ...asked,
                          category: strip.category,
                          until: `${year}-${two(one.month)}-${two(day)}`,
                        })}
                      >
                        {say(dayTimes(String(day), times))}
                      </PageLink>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
