import { useId } from 'react';
import { useOverview } from '#data/use-overview.ts';
import { usePreview } from '#data/use-preview.ts';
import type { Voice } from '#i18n/voice.ts';
import { switchOf, type Shown } from '#rules/category-switch.ts';
import { bothWaysStrings, someOn, surfaces } from './both-ways.strings.ts';
import { whySame } from './drawn.model.ts';
import { SidePanel } from './side-panel.tsx';
import { changesOf, sidesOf } from './sides.model.ts';
import type { Target } from './target.model.ts';

interface BothPanelsProps {
  readonly voice: Voice;
  readonly target: Target;
  readonly shown: Shown;
}

/** What the customer would meet, twice; or once, with the reason, where nothing they would see changes. */
export function BothPanels({ voice, target, shown }: BothPanelsProps) {
  const id = useId();
  const preview = usePreview(target.about);
  const overview = useOverview()?.categories.find(({ category }) => category === target.category.id) ?? null;
  const { say } = voice;
  const { on, of } = switchOf(target.uses, shown);
  const between = !preview.same && preview.today === null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-group font-strong">
        {say(preview.same ? bothWaysStrings.same : surfaces[preview.with.surface])}
      </h2>
      <p className="both-note">
        {preview.same ? whySame(voice, preview, target, overview) : changesOf(voice, preview)}{' '}
        {between && say(someOn(on, of))}
      </p>
      <div className="both">
        {sidesOf(voice, preview, target).map((side) => (
          <SidePanel key={side.id} side={side} />
        ))}
      </div>
    </section>
  );
}
