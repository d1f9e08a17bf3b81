interface BarsProps {
  readonly bars: readonly {
    readonly month: number;
    /** 0 to 1. */
    readonly height: number;
    readonly text: string;
    readonly name: string;
    readonly initial: string;
  }[];
}

/** Room for the tallest bar, and over it for its amount. */
const tallest = 96;
const over = 24;
const floor = tallest + over;
const step = 100 / 12;

/** Twelve bars over the names of their months. What they show is also said by a table. */
export const Bars = ({ bars }: BarsProps) => (
  <div aria-hidden="true" className="bars">
    <svg width="100%" height={floor + 1}>
      {bars.map(({ month, height, text }) => {
        const tall = Math.max(3, Math.round(height * tallest));
        const middle = (month - 0.5) * step;
        return (
          height > 0 && (
            <g key={month}>
              <rect x={`${middle - step * 0.3}%`} y={floor - tall} width={`${step * 0.6}%`} height={tall} />
              <text x={`${middle}%`} y={floor - tall - 7}>
                {text}
              </text>
            </g>
          )
        );
      })}
      <line x1="0" x2="100%" y1={floor + 0.5} y2={floor + 0.5} />
    </svg>
    <div className="bar-names">
      {bars.map(({ month, name, initial }) => (
        <span key={month}>
          <span className="bar-name">{name}</span>
          <span className="bar-initial">{initial}</span>
        </span>
      ))}
    </div>
  </div>
);
