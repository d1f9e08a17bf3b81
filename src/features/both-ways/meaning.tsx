import { useId } from 'react';
import type { Notice, Use } from '#contract/notice.ts';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import { useCapabilities } from '#data/use-capabilities.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import type { Shown } from '#rules/category-switch.ts';
import { DefinitionCard } from '#ui/definition-card.tsx';
import { bothWaysStrings } from './both-ways.strings.ts';
import { DrawnFrom } from './drawn-from.tsx';
import { StopsThisYear } from './stops-this-year.tsx';
import type { Target } from './target.model.ts';

interface MeaningProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly target: Target;
  readonly shown: Shown;
}

/** What stands behind the two panels: the data, what else changes, what stops; and each use by itself. */
export function Meaning({ voice, notice, target, shown }: MeaningProps) {
  const id = useId();
  const { benefits } = useCapabilities();
  const { say } = voice;
  const { use, uses, category } = target;
  const locked = use ? (uses.length === 0 ? [use] : []) : category.uses.filter((one) => !uses.includes(one));
  const isOn = (choice: string): boolean =>
    shown.choices.some((state) => state.choice === choice && state.effective !== 'off');
  /** Where several are told of, each says which it is. */
  const named = ({ name }: Use): string => (use ? '' : `${name}: `);
  const definitions = [
    {
      term: say(bothWaysStrings.drawnFrom),
      detail: (
        <PanelBoundary renderFailure={() => say(bothWaysStrings.drawnFailed)}>
          <DrawnFrom voice={voice} notice={notice} target={target} />
        </PanelBoundary>
      ),
    },
    ...(uses.length > 0
      ? [
          {
            term: say(bothWaysStrings.whenOff),
            detail: <Lines lines={uses.map((one) => [one.id, `${named(one)}${one.whenOff.text}`])} />,
          },
        ]
      : []),
    ...(benefits && uses.length > 0
      ? [
          {
            term: say(bothWaysStrings.thisYear),
            detail: (
              <PanelBoundary renderFailure={() => say(bothWaysStrings.ledgerFailed)}>
                <StopsThisYear voice={voice} uses={uses} isOn={isOn} />
              </PanelBoundary>
            ),
          },
        ]
      : []),
    ...(use === null && uses.length > 1
      ? [
          {
            term: say(bothWaysStrings.eachUse),
            detail: (
              <ul className="way-list">
                {uses.map((one) => (
                  <li key={one.id}>
                    <PageLink to={`/both-ways/${one.id}`}>{one.name}</PageLink>
                    {' · '}
                    <span className="text-ink-2">{say(isOn(one.id) ? bothWaysStrings.on : bothWaysStrings.off)}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(locked.length > 0
      ? [
          {
            term: say(bothWaysStrings.noSwitch),
            detail: (
              <Lines lines={locked.map((one) => [one.id, `${named(one)}${one.basisText} ${one.whenOff.text}`])} />
            ),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby={id} className="group">
      <h2 id={id} className="text-group font-strong">
        {say(bothWaysStrings.meaning)}
      </h2>
      <div className="rows card">
        <DefinitionCard definitions={definitions} />
      </div>
      <p className="mt-4">
        <PageLink
          to={`/data/${use ? use.id.replace('.', '#') : category.id}`}
          className="inline-flex min-h-11 items-center"
        >
          {say(bothWaysStrings.toCard)}
        </PageLink>
      </p>
    </section>
  );
}

const Lines = ({ lines }: { readonly lines: readonly (readonly [id: string, text: string])[] }) => (
  <ul className="grid gap-2">
    {lines.map(([id, text]) => (
      <li key={id}>{text}</li>
    ))}
  </ul>
);
