interface YearPictureProps {
  readonly year: number;
  readonly months: readonly {
    readonly month: number;
    readonly name: string;
    /** Its first letter, for where there is no room. */
    readonly initial: string;
    readonly times: number;
    readonly days: readonly { readonly day: number; readonly times: number }[];
  }[];
}

const height = 48;
const tall = (times: number, most: number): number => (times === 0 ? 0 : 5 + ((height - 5) * times) / most);

/** Each month is one wide, so that the names below stand under their months. */
function markDays({ year, months }: YearPictureProps): string {
  const most = Math.max(1, ...months.flatMap(({ days }) => days.map(({ times }) => times)));
  return months
    .flatMap(({ month, days }) => {
      const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
      return days.map(
        ({ day, times }) =>
          `M${(month - 1 + (day - 0.5) / length).toFixed(3)} ${height}v${(-tall(times, most)).toFixed(1)}`,
      );
    })
    .join('');
}

function markMonths({ months }: YearPictureProps): string {
  const most = Math.max(1, ...months.map(({ times }) => times));
  return months
    .filter(({ times }) => times > 0)
    .map(
      ({ month, times }) => `M${(month - 0.86).toFixed(2)} ${height}v${(-tall(times, most)).toFixed(1)}h.72V${height}z`,
    )
    .join('');
}

const axis = `M0 ${height}H12${Array.from({ length: 13 }, (_, at) => `M${at} ${height}v6`).join('')}`;

/** A year of use, by day where there is room, by month below that. What it shows is also said by a table. */
export function YearPicture(props: YearPictureProps) {
  return (
    <div aria-hidden="true" className="year">
      <svg viewBox={`0 0 12 ${height + 6}`} preserveAspectRatio="none" className="year-by-day">
        <path d={axis} className="year-axis" />
        <path d={markDays(props)} className="year-days" />
      </svg>
      <svg viewBox={`0 0 12 ${height + 6}`} preserveAspectRatio="none" className="year-by-month">
        <path d={axis} className="year-axis" />
        <path d={markMonths(props)} className="year-months" />
      </svg>
      <div className="year-names">
        {props.months.map(({ month, name, initial }) => (
          <span key={month}>
            <span className="year-name">{name}</span>
            <span className="year-initial">{initial}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
