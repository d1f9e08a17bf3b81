import { useId } from 'react';
import { useCapabilities } from '#data/use-capabilities.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { UseLink } from '#navigation/use-link.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { benefitsStrings } from './benefits.strings.ts';
import type { Giver } from './uses.model.ts';

interface GiversProps {
  readonly voice: Voice;
  readonly givers: readonly Giver[];
}

/** What each use gave, with how it was counted, and the ways on: to see it both ways, and to its switch. */
export function Givers({ voice: { say }, givers }: GiversProps) {
  const id = useId();
  const { preview } = useCapabilities();
  if (givers.length === 0) return null;
  return (
    <section aria-labelledby={id} className="group">
      <h2 id={id} className="text-group font-strong">
        {say(benefitsStrings.givers)}
      </h2>
      <ul className="rows">
        {givers.map(({ use, name, gave, how, off, optional }) => (
          <li key={use} className="giver">
            <h3 className="font-strong">{name}</h3>
            <p className="giver-gave">
              <RichText text={gave} />
            </p>
            <div className="giver-how">
              <p>
                {say(benefitsStrings.howCounted)}: {how}
              </p>
              {off !== null && <p>{off}</p>}
              <p className="giver-ways">
                {preview && optional && <PageLink to={`/both-ways/${use}`}>{say(benefitsStrings.bothWays)}</PageLink>}
                {optional && <UseLink use={use}>{say(benefitsStrings.toSwitch)}</UseLink>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
