import { useMemo } from 'react';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import type { Voice } from '#i18n/voice.ts';
import { useDeeds, type Deeds } from '#intents/use-deeds.ts';

/** What every deed on these pages knows and can do; it changes only when the page itself does. */
export interface DeedPage extends Omit<Deeds, 'statusOf'> {
  readonly voice: Voice;
  readonly durability: 'durable' | 'browser' | 'none' | 'unknown';
  readonly email: string;
  readonly signInUrl: string | null;
}

/** What both pages about records know. */
export function useHeldPage() {
  const can = useCapabilities();
  const { notice } = useNotice();
  const { statusOf, run, again, dismiss, tryNow } = useDeeds();
  const { brand, versions, durability: kept } = can;
  const voice = useVoice(brand.zone);
  const { email } = notice.controller;
  const durability = versions ? kept : 'unknown';
  const { signInUrl } = brand;
  const page: DeedPage = useMemo(
    () => ({ voice, durability, email, signInUrl, run, again, dismiss, tryNow }),
    [voice, durability, email, signInUrl, run, again, dismiss, tryNow],
  );
  return { can, notice, statusOf, page };
}
