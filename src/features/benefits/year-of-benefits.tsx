import type { ReactNode } from 'react';
import type { Notice } from '#contract/notice.ts';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import { useBenefits } from '#data/use-benefits.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import type { Voice } from '#i18n/voice.ts';
import { useShownChoices } from '#intents/use-intents.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { Balance } from './balance.tsx';
import { BenefitsChart } from './benefits-chart.tsx';
import { benefitsStrings } from './benefits.strings.ts';
import { Entries } from './entries.tsx';
import { Givers } from './givers.tsx';
import { chartOf } from './months.model.ts';
import { giversOf } from './uses.model.ts';
import { isUnderWay, summaryOf } from './year.model.ts';

interface YearOfBenefitsProps {
  readonly voice: Voice;
  readonly notice: Notice;
  /** Null = the year that is under way. */
  readonly year: number | null;
  /** What no year changes: it stands before the entries, which are many. */
  readonly children: ReactNode;
}

/** One year: its totals in words and by month, what each use gave, the balance, and every entry. */
export function YearOfBenefits({ voice, notice, year, children }: YearOfBenefitsProps) {
  const { zone } = useCapabilities().brand;
  const ledger = useBenefits(year);
  const { choices, views } = useShownChoices();
  const { say } = voice;
  const stored = Object.fromEntries(
    choices.choices.map((state) => [state.choice, views[state.choice]?.stored ?? state]),
  );
  const chart = chartOf(voice, ledger.benefits, zone);
  return (
    <>
      <p className="summary">
        <RichText text={summaryOf(voice, ledger, zone)} />
      </p>
      {ledger.years.length > 1 && (
        <nav aria-label={say(benefitsStrings.years)}>
          <ul className="benefit-years">
            {ledger.years.map((one) => (
              <li key={one}>
                <PageLink
                  to="/benefits"
                  asked={isUnderWay({ ...ledger, year: one }, zone) ? {} : { year: String(one) }}
                  current={one === ledger.year}
                >
                  {String(one)}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {chart && <BenefitsChart voice={voice} ledger={ledger} zone={zone} chart={chart} />}
      <Givers
        voice={voice}
        givers={giversOf(voice, notice, ledger.benefits, ledger.year, stored, isUnderWay(ledger, zone))}
      />
      <PanelBoundary
        renderFailure={() => <p className="mt-4 text-note text-ink-2">{say(benefitsStrings.balanceFailed)}</p>}
      >
        <Balance voice={voice} notice={notice} ledger={ledger} stored={stored} />
      </PanelBoundary>
      {children}
      {ledger.benefits.length > 0 && <Entries voice={voice} notice={notice} ledger={ledger} zone={zone} />}
    </>
  );
}
