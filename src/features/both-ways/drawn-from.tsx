import type { Notice } from '#contract/notice.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { usePreview } from '#data/use-preview.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { bothWaysStrings, drawnBy } from './both-ways.strings.ts';
import { drawnOf } from './drawn.model.ts';
import type { Target } from './target.model.ts';

interface DrawnFromProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly target: Target;
}

/** The records that the side "on" was worked out from, each kind a way to them. */
export function DrawnFrom({ voice, notice, target }: DrawnFromProps) {
  const { records } = useCapabilities();
  const drawn = drawnOf(voice, notice, usePreview(target.about), target);
  const { say } = voice;
  if (drawn.length === 0) return say(bothWaysStrings.drewNothing);
  return (
    <ul className="way-list">
      {drawn.map(({ use, category, text, by }) => (
        <li key={use}>
          {records ? <PageLink to={`/held/${category}`}>{text}</PageLink> : text}
          {by !== null && <span className="text-ink-2">, {say(drawnBy(by))}</span>}
        </li>
      ))}
    </ul>
  );
}
