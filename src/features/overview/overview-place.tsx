import { useMemo } from 'react';
import type { Overview } from '#contract/overview.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useShowNewNotice } from '#data/use-new-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { useIntents, useShownChoices } from '#intents/use-intents.ts';
import { OverviewPage } from './overview-page.tsx';
import { overviewStrings } from './overview.strings.ts';
import { titleOf } from './overview.model.ts';
import type { Page } from './page.ts';
import { useDeepLink } from './use-deep-link.ts';
import { useOnline } from './use-online.ts';
import { useOpenCards } from './use-open-cards.ts';
import { useReadableNotice } from './use-readable-notice.ts';

interface OverviewPlaceProps {
  readonly overview: Overview | null;
  /** The category that the address names. */
  readonly wanted: string | undefined;
  /** What is held could not be read: how to try again. */
  readonly onRetry?: () => void;
}

/** The page in its place: what the backend knows, what the customer can do, which cards the address opens. */
export function OverviewPlace({ overview, wanted, onRetry }: OverviewPlaceProps) {
  const can = useCapabilities();
  const { brand, durability, receipts, versions } = can;
  const { choices, views } = useShownChoices();
  const intents = useIntents('center/overview', choices);
  const showNewNotice = useShowNewNotice();
  const voice = useVoice(brand.zone);
  const notice = useReadableNotice(voice.language);
  const online = useOnline();
  const { open, toggle } = useOpenCards(wanted);
  useDeepLink(wanted);
  const now = overview?.asOf ?? choices.asOf;
  const since = overview?.since ?? null;
  const { gpc } = choices.signal;
  // One object for as long as nothing of it changes: rows compare it to know whether they look the same.
  const page = useMemo<Page>(
    () => ({
      ...intents,
      voice,
      durability: versions ? durability : 'unknown',
      receipts: receipts !== null,
      email: notice.controller.email,
      notice,
      now,
      since,
      gpc,
      signInUrl: brand.signInUrl,
      can,
    }),
    [intents, voice, durability, versions, receipts, notice, now, since, gpc, brand, can],
  );
  return (
    <>
      <title>{titleOf(voice.say(overviewStrings.title), notice, wanted)}</title>
      <OverviewPage
        page={page}
        choices={choices}
        overview={overview}
        views={views}
        open={open}
        onToggle={toggle}
        online={online}
        onShowNewNotice={showNewNotice}
        onRetry={onRetry}
        wanted={wanted}
      />
    </>
  );
}
