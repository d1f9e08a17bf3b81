import type { Voice } from '#i18n/voice.ts';
import { NoticeBar } from '#ui/notice-bar.tsx';
import type { signalOf } from './overview.model.ts';
import { overviewStrings, signalAllowed, signalUses } from './overview.strings.ts';
import { UseLinks } from '#navigation/use-link.tsx';

interface SignalNoticeProps {
  readonly voice: Voice;
  readonly signal: NonNullable<ReturnType<typeof signalOf>>;
}

/** The browser's opt-out signal, and what it did: said on every visit on which it is there. */
export function SignalNotice({ voice: { say }, signal }: SignalNoticeProps) {
  return (
    <NoticeBar>
      <p>{say(overviewStrings.signal)}</p>
      {signal.off.length > 0 && (
        <p>
          {say(signalUses(signal.off.length))} <UseLinks uses={signal.off} />
        </p>
      )}
      {signal.allowed.length > 0 && (
        <p>
          {say(signalAllowed(signal.allowed.length))} <UseLinks uses={signal.allowed} />
        </p>
      )}
    </NoticeBar>
  );
}
