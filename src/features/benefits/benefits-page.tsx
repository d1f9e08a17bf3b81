import { PanelBoundary } from '#data/panel-boundary.tsx';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { Button } from '#ui/button.tsx';
import { benefitsStrings } from './benefits.strings.ts';
import { Deals } from './deals.tsx';
import { YearOfBenefits } from './year-of-benefits.tsx';
import './benefits.css';

/** What came back to the customer in a year, counted from the records themselves, beside what they gave. */
export function BenefitsPage({ year }: { readonly year: number | null }) {
  const { brand } = useCapabilities();
  const { notice } = useNotice();
  const voice = useVoice(brand.zone);
  const { say } = voice;
  const title = say(benefitsStrings.title);
  const deals = <Deals voice={voice} notice={notice} />;
  return (
    <>
      <title>{`${title} · ${notice.controller.name}`}</title>
      <h1 className="page-title">{title}</h1>
      <PanelBoundary
        key={year}
        renderFailure={(retry) => (
          <>
            <div className="strip mt-4">
              <p className="max-w-text">{say(benefitsStrings.failed)}</p>
              <div className="answers mt-2">
                <Button onPress={retry}>{say(benefitsStrings.again)}</Button>
              </div>
            </div>
            {deals}
          </>
        )}
      >
        <YearOfBenefits voice={voice} notice={notice} year={year}>
          {deals}
        </YearOfBenefits>
      </PanelBoundary>
    </>
  );
}
