import type { Notice } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { NoticeBar } from '#ui/notice-bar.tsx';
import { overviewStrings } from './overview.strings.ts';

interface UnknownAddressProps {
  readonly voice: Voice;
  readonly notice: Notice;
  /** The category that the address names. */
  readonly wanted: string | undefined;
}

/** An address that leads nowhere says so before anything else on the page. */
export const UnknownAddress = ({ voice, notice, wanted }: UnknownAddressProps) =>
  wanted !== undefined &&
  notice.categories.every(({ id }) => id !== wanted) && (
    <NoticeBar tone="heed">{voice.say(overviewStrings.unknown)}</NoticeBar>
  );
