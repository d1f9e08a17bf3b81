import type { Voice } from '#i18n/voice.ts';
import { NoticeBar } from '#ui/notice-bar.tsx';
import type { suspendedOf } from './overview.model.ts';
import { suspendedUses } from './overview.strings.ts';
import { UseLinks } from './use-link.tsx';

interface SuspendedNoticeProps {
  readonly voice: Voice;
  readonly suspended: NonNullable<ReturnType<typeof suspendedOf>>;
}

/** What a changed notice turned off, said as long as it is so: the yes was to the old one. */
export const SuspendedNotice = ({ voice, suspended: { uses, since } }: SuspendedNoticeProps) => (
  <NoticeBar>
    <p>
      {voice.say(suspendedUses(uses.length, voice.date(since)))} <UseLinks uses={uses} />
    </p>
  </NoticeBar>
);
