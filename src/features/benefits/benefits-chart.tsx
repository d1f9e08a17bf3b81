import { useState } from 'react';
import type { Ledger } from '#contract/benefits.ts';
import type { Voice } from '#i18n/voice.ts';
import { RichText } from '#ui/rich-text.tsx';
import { Bars } from './bars.tsx';
import { benefitsStrings, chartCaption, monthOf } from './benefits.strings.ts';
import { monthRowsOf, type Chart } from './months.model.ts';
import { kindNamesOf } from './worth.model.ts';

interface BenefitsChartProps {
  readonly voice: Voice;
  readonly ledger: Ledger;
  readonly zone: string;
  readonly chart: Chart;
}

/** When it came back: as bars by month, and the same with all else that was counted as a table. */
export function BenefitsChart({ voice, ledger, zone, chart }: BenefitsChartProps) {
  const [open, setOpen] = useState(false);
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
      <figcaption className="text-note text-ink-2">
        {say(chartCaption(kindNamesOf(voice, ledger.benefits)(chart.kind)))}
      </figcaption>
      <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(benefitsStrings.table)}</summary>
        {open && <MonthsTable {...{ voice, ledger, zone, chart }} />}
      </details>
    </figure>
  );
}

function MonthsTable({ voice, ledger, zone, chart }: BenefitsChartProps) {
  const { say } = voice;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say(benefitsStrings.month)}</th>
          <th scope="col">{kindNamesOf(voice, ledger.benefits)(chart.kind)}</th>
          <th scope="col">{say(benefitsStrings.also)}</th>
        </tr>
      </thead>
      <tbody>
        {monthRowsOf(voice, ledger.benefits, zone, chart.kind).map(({ month, charted, also }) => (
          <tr key={month}>
            <th scope="row">{say(monthOf(voice.month(month, 'long'), String(ledger.year)))}</th>
            <td>{charted}</td>
            <td>
              <RichText text={also} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
