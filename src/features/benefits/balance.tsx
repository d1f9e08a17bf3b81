import { useId } from 'react';
import type { Ledger } from '#contract/benefits.ts';
import type { Notice } from '#contract/notice.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useOverview } from '#data/use-overview.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { balanceOf } from './balance.model.ts';
import { benefitsStrings } from './benefits.strings.ts';
import type { Stored } from './uses.model.ts';

interface BalanceProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly ledger: Ledger;
  readonly stored: Stored;
}

/** Per kind of data: what is held of the customer's beside what came back for it. */
export function Balance({ voice, notice, ledger, stored }: BalanceProps) {
  const id = useId();
  const { records } = useCapabilities();
  const overview = useOverview();
  const { say } = voice;
  if (!overview) return null;
  return (
    <section aria-labelledby={id} className="group">
      <h2 id={id} className="text-group font-strong">
        {say(benefitsStrings.balance)}
      </h2>
      <p className="text-ink-2">{say(benefitsStrings.balanceIntro)}</p>
      <div className="rows">
        <p aria-hidden="true" className="weighed-hands row-label">
          <span>{say(benefitsStrings.gave)}</span>
          <span>{say(benefitsStrings.got)}</span>
        </p>
        <ul>
          {balanceOf(voice, notice, ledger, overview, stored).map(
            ({ category, name, count, gave, forgotten, got, note }) => (
              <li key={category} className="weighed">
                <div>
                  <p className="row-label">{say(benefitsStrings.gave)}</p>
                  <h3 className="font-strong">{name}</h3>
                  <p className="text-note text-ink-2">
                    {records && count > 0 ? (
                      <PageLink to={`/held/${category}`} className="way">
                        {gave}
                      </PageLink>
                    ) : (
                      gave
                    )}
                  </p>
                  {forgotten !== null && <p className="text-note text-ink-2">{forgotten}</p>}
                </div>
                <div className="weighed-got">
                  <p className="row-label">{say(benefitsStrings.got)}</p>
                  {got.map((text) => (
                    <p key={text}>
                      <RichText text={text} />
                    </p>
                  ))}
                  {note !== null && <p className="text-note text-ink-2">{note}</p>}
                </div>
              </li>
            ),
          )}
        </ul>
      </div>
    </section>
  );
}
