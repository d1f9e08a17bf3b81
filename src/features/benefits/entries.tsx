import { useId } from 'react';
import type { Ledger } from '#contract/benefits.ts';
import type { Notice } from '#contract/notice.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { UseLink } from '#navigation/use-link.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { benefitsStrings } from './benefits.strings.ts';
import { entriesOf } from './entries.model.ts';

interface EntriesProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly ledger: Ledger;
  readonly zone: string;
}

/** The ledger: every entry, newest first by month, each a way to the records behind it and to its use. */
export function Entries({ voice, notice, ledger, zone }: EntriesProps) {
  const id = useId();
  const { records } = useCapabilities();
  const { say } = voice;
  return (
    <section aria-labelledby={id} className="group">
      <h2 id={id} className="text-group font-strong">
        {say(benefitsStrings.entries)}
      </h2>
      <div className="rows">
        {entriesOf(voice, notice, ledger, zone).map(({ month, name, totals, entries }, at) => (
          <details key={month} className="entry-month" open={at === 0}>
            <summary>
              <h3 className="font-strong">{name}</h3>
              <span className="entry-totals">
                <RichText text={totals} />
              </span>
            </summary>
            <ul>
              {entries.map(({ id: entry, date, label, use, useName, amount }) => (
                <li key={entry} className="entry">
                  <p className="entry-date">{date}</p>
                  <p className="entry-what">
                    {records ? (
                      <PageLink to="/held" asked={{ behind: entry }}>
                        {label}
                      </PageLink>
                    ) : (
                      label
                    )}
                  </p>
                  <p className="entry-use">
                    <UseLink use={use}>{useName}</UseLink>
                  </p>
                  <p className="entry-amount">{amount}</p>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}
