import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import { useStore } from 'zustand';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { choiceView } from '#intents/choice-view.ts';
import type { PageEngine } from '#intents/connect-engine.ts';
import { ownQuery } from '#intents/own-query.ts';
import { useEngine } from '#intents/use-intents.ts';
import { twoWay } from '#rules/options.ts';
import { titleOf } from './overview.model.ts';
import type { Page } from './page.ts';
import { useDeepLink } from './use-deep-link.ts';
import { useOnline } from './use-online.ts';
import { useOpenCards } from './use-open-cards.ts';
import { useReadableNotice } from './use-readable-notice.ts';
import type { Here } from './visitor.model.ts';
import { VisitorPage } from './visitor-page.tsx';
import { visitorStrings } from './visitor.strings.ts';

const surface = 'center/visitor';

const useOwnSubject = (engine: PageEngine) => useSuspenseQuery(ownQuery(engine)).data;

/** What stands in this browser, with what was just pressed laid over it; null while it is not known. */
function useHere(engine: PageEngine): { readonly here: Here | null; readonly own: ReturnType<typeof useOwnSubject> } {
  const own = useOwnSubject(engine);
  const choices = useStore(own.known);
  const state = useStore(own.engine.store);
  const here = useMemo<Here | null>(
    () =>
      choices && {
        choices,
        views: Object.fromEntries(choices.choices.map((one) => [one.choice, choiceView(state, one, one.choice)])),
        lasts: own.lasts(),
        keepsForCustomer: own.keepsForCustomer(),
        turnOff: (items) =>
          own.engine.intend(
            items.map((item) => ({ ...item, options: twoWay })),
            surface,
          ),
      },
    [own, choices, state],
  );
  return { here, own };
}

/** The visitor's page in its place: who is there is asked again whenever the page is returned to. */
export function VisitorPlace({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const engine = useEngine();
  const { brand, durability, receipts, versions, browserSubject } = useCapabilities();
  const wanted = /^\/data\/([^/]+)/.exec(useLocation().pathname)?.[1];
  const voice = useVoice(brand.zone);
  const notice = useReadableNotice(voice.language);
  const online = useOnline();
  const { open, toggle } = useOpenCards(wanted);
  const { here, own } = useHere(engine);
  const signedIn = useStore(engine.store, (state) => state.signedIn);
  useDeepLink(wanted);
  useEffect(() => {
    if (signedIn) onSignedIn();
  }, [signedIn, onSignedIn]);
  const page = useMemo<Page>(
    () => ({
      voice,
      durability: versions ? durability : 'unknown',
      receipts: receipts !== null,
      email: notice.controller.email,
      notice,
      now: here?.choices.asOf ?? '',
      since: null,
      gpc: here?.choices.signal.gpc ?? false,
      signInUrl: brand.signInUrl,
      can: {},
      intend: () => undefined,
      again: () => undefined,
      latest: () => null,
      savedAs: () => null,
      dismiss: own.engine.dismiss,
      tryNow: own.engine.tryNow,
    }),
    [voice, durability, versions, receipts, notice, here, brand, own],
  );
  return (
    <>
      <title>{titleOf(voice.say(visitorStrings.title), notice, wanted)}</title>
      <VisitorPage
        page={page}
        here={browserSubject ? here : null}
        noticeOnly={!browserSubject}
        open={open}
        onToggle={toggle}
        online={online}
        wanted={wanted}
        onSignedIn={() => void own.refresh()}
      />
    </>
  );
}
