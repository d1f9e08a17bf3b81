import type { Use } from '#contract/notice.ts';
import { useBenefits } from '#data/use-benefits.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { bothWaysStrings } from './both-ways.strings.ts';
import { stopsOf } from './stops.model.ts';

interface StopsThisYearProps {
  readonly voice: Voice;
  readonly uses: readonly Use[];
  readonly isOn: (use: string) => boolean;
}

/** What came back this year, from the ledger, and what becomes of it when it is off. No more than that. */
export function StopsThisYear({ voice, uses, isOn }: StopsThisYearProps) {
  const stops = stopsOf(voice, uses, useBenefits(null), isOn);
  const { say } = voice;
  if (stops.length === 0) return say(bothWaysStrings.notCounted);
  return (
    <>
      <ul className="grid gap-2">
        {stops.map(({ use, gave, after }) => (
          <li key={use}>
            <p>
              <RichText text={gave} />
            </p>
            {after !== null && <p className="text-note text-ink-2">{after}</p>}
          </li>
        ))}
      </ul>
      <PageLink to="/benefits" className="inline-flex min-h-11 items-center">
        {say(bothWaysStrings.ledger)}
      </PageLink>
    </>
  );
}
