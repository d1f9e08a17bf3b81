import type { Page } from './page.ts';
import { dayTimes, yearStrings } from './card.strings.ts';
import type { Year } from '#rules/year.ts';

interface YearTableProps {
  readonly page: Pick<Page, 'voice'>;
  readonly year: Year;
}

/** A year of use as a table: what its picture shows, in numbers. */
export function YearTable({ page: { voice }, year }: YearTableProps) {
  const { say } = voice;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say(yearStrings.month)}</th>
          <th scope="col">{say(yearStrings.times)}</th>
          <th scope="col">{say(yearStrings.days)}</th>
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
                ? say(yearStrings.noDay)
                : days.map((one) => say(dayTimes(String(one.day), one.times))).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
