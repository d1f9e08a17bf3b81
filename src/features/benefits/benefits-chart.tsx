import { useState } from 'react';
import type { Ledger } from '#contract/benefits.ts';
import type { Voice } from '#i18n/voice.ts';
import { Bars } from './bars.tsx';
import { benefitsStrings, chartCaption, monthOf } from './benefits.strings.ts';
import { monthTableOf, type Chart } from './months.model.ts';
import { keyOf, kindNamesOf } from './worth.model.ts';

interface BenefitsChartProps {
  readonly voice: Voice;
  readonly ledger: Ledger;
  readonly zone: string;
  readonly chart: Chart;
}

/** When it came back: as bars by month, and the same with all else that was counted as a table. */
export function BenefitsChart({ voice, ledger, zone, chart }: BenefitsChartProps) {
  const [open, setOpen] = useState(false);
  const nameOf = kindNamesOf(voice, ledger.benefits);
  const { say } = voice;
  return (
    <figure className="benefit-chart">
      <Bars
        bars={chart.bars.map(({ month, ...bar }) => ({
          ...bar,
          month,
          name: voice.month(month, 'short'),
          initial: voice.month(month, 'narrow'),
        }))}
      />
      <figcaption className="text-note text-ink-2">{say(chartCaption(nameOf(chart.kind)))}</figcaption>
      <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(benefitsStrings.table)}</summary>
        {open && <MonthsTable voice={voice} ledger={ledger} zone={zone} />}
      </details>
    </figure>
  );
}

function MonthsTable({ voice, ledger, zone }: Omit<BenefitsChartProps, 'chart'>) {
  const { say } = voice;
  const nameOf = kindNamesOf(voice, ledger.benefits);
  const { kinds, rows } = monthTableOf(voice, ledger.benefits, zone);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say(benefitsStrings.month)}</th>
          {kinds.map((kind) => (
            <th key={keyOf(kind)} scope="col">
              {nameOf(kind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ month, cells }) => (
          <tr key={month}>
            <th scope="row">{say(monthOf(voice.month(month, 'long'), String(ledger.year)))}</th>
            {cells.map(({ key, text }) => (
              <td key={key}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
