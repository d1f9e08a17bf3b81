import type { Voice } from '#i18n/voice.ts';
import { NoticeBar } from '#ui/notice-bar.tsx';
import { NoticeDifference } from './notice-difference.tsx';
import type { suspendedOf } from './overview.model.ts';
import { suspendedUses } from './overview.strings.ts';
import { UseLinks } from '#navigation/use-link.tsx';

interface SuspendedNoticeProps {
  readonly voice: Voice;
  readonly suspended: NonNullable<ReturnType<typeof suspendedOf>>;
  /** The notice on screen. */
  readonly version: number;
}

/** What a changed notice turned off, said as long as it is so: the yes was to the old one. */
export const SuspendedNotice = ({ voice, suspended: { uses, since, agreedTo }, version }: SuspendedNoticeProps) => (
  <NoticeBar>
    <p>
      {voice.say(suspendedUses(uses.length, voice.date(since)))} <UseLinks uses={uses} />
    </p>
    <NoticeDifference voice={voice} since={agreedTo} version={version} />
  </NoticeBar>
);
