import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { Capabilities } from '#contract/capabilities.ts';
import type { Notice } from '#contract/notice.ts';
import { useInferences } from '#data/use-inferences.ts';
import type { Voice } from '#i18n/voice.ts';
import { useDeeds } from '#intents/use-deeds.ts';
import { useShownChoices } from '#intents/use-intents.ts';
import { RichText } from '#ui/rich-text.tsx';
import { Conclusion } from './conclusion.tsx';
import { chainOf, summaryOf } from './concluded.model.ts';
import { concludedStrings } from './concluded.strings.ts';
import type { ToJudge } from './deed-target.ts';
import { ForbiddenList } from './forbidden-list.tsx';
import { useLasting } from './use-lasting.ts';
import { Portrait, togetherId } from './portrait.tsx';

interface ConclusionsProps {
  readonly can: Capabilities;
  readonly notice: Notice;
  readonly voice: Voice;
}

/** Every conclusion with its reasons, what is never concluded, and the combined picture. */
export function Conclusions({ can, notice, voice }: ConclusionsProps) {
  const told = useInferences();
  const { views } = useShownChoices();
  const deeds = useDeeds();
  const lasting = useLasting(told.inferences);
  useNamedPlace();
  const { say } = voice;
  const judging: ToJudge = {
    voice,
    durability: can.versions ? can.durability : 'unknown',
    email: notice.controller.email,
    signInUrl: can.brand.signInUrl,
    deeds,
  };
  return (
    <>
      <p className="summary">
        <RichText text={summaryOf(voice, told)} />
      </p>
      {told.portrait.length > 0 && (
        <p className="to-together">
          <a href={`#${togetherId}`}>{say(concludedStrings.toTogether)}</a>
        </p>
      )}
      {lasting.length > 0 && (
        <ul aria-label={say(concludedStrings.list)} className="conclusions">
          {lasting.map(({ one, gone }) => (
            <Conclusion
              key={one.id}
              judging={judging}
              inference={one}
              chain={chainOf(voice, notice, views, one)}
              gone={gone}
              leadsTo={{ records: can.records ?? false, activity: can.activity ?? false }}
            />
          ))}
        </ul>
      )}
      <ForbiddenList judging={judging} forbidden={told.forbidden} />
      <Portrait
        voice={voice}
        notice={notice}
        portrait={told.portrait}
        currency={can.brand.currency}
        records={can.records ?? false}
      />
    </>
  );
}

/** An address may name a conclusion, or the picture of all: they are read from there. */
function useNamedPlace(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const place = hash === '' ? null : document.getElementById(hash.slice(1));
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [hash]);
}
