import type { PortraitLine } from '#contract/inferences.ts';
import type { Notice } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { portraitGroups } from './portrait.model.ts';
import { portraitStrings, recordsOf } from './portrait.strings.ts';

interface PortraitProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly portrait: readonly PortraitLine[];
  readonly currency: string;
  /** There are records to lead to. */
  readonly records: boolean;
}

/** Where the combined picture stands on the page. */
export const togetherId = 'together';

/** What all that is held says when it is read together, by who it comes from. */
export function Portrait({ voice, notice, portrait, currency, records }: PortraitProps) {
  const { say } = voice;
  const groups = portraitGroups(voice, notice, portrait, currency);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby={togetherId} className="group">
      <h2 id={togetherId} tabIndex={-1} className="text-group font-strong">
        {say(portraitStrings.title)}
      </h2>
      <p className="max-w-text text-ink-2">{say(portraitStrings.why)}</p>
      <div className="rows">
        {groups.map(({ source, title, lines }) => (
          <div key={source} className="portrait-group">
            <h3 className="portrait-source">{title}</h3>
            <ul className="portrait-lines">
              {lines.map(({ category, name, text }) => (
                <li key={category}>
                  <p>{text}</p>
                  {records && (
                    <PageLink to={`/held/${category}`} className="portrait-link">
                      {say(recordsOf(name))}
                    </PageLink>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
