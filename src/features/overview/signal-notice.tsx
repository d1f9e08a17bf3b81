import { Fragment } from 'react';
import type { Voice } from '#i18n/voice.ts';
import { NoticeBar } from '#ui/notice-bar.tsx';
import type { signalOf, SignalUse } from './overview.model.ts';
import { overviewStrings, signalAllowed, signalUses } from './overview.strings.ts';
import { UseLink } from './use-link.tsx';

interface SignalNoticeProps {
  readonly voice: Voice;
  readonly signal: NonNullable<ReturnType<typeof signalOf>>;
}

const Links = ({ uses }: { readonly uses: readonly SignalUse[] }) =>
  uses.map(({ id, name }, at) => (
    <Fragment key={id}>
      {at > 0 && ' · '}
      <UseLink use={id}>{name}</UseLink>
    </Fragment>
  ));

/** The browser's opt-out signal, and what it did: said on every visit on which it is there. */
export function SignalNotice({ voice: { say }, signal }: SignalNoticeProps) {
  return (
    <NoticeBar>
      <p>{say(overviewStrings.signal)}</p>
      {signal.off.length > 0 && (
        <p>
          {say(signalUses(signal.off.length))} <Links uses={signal.off} />
        </p>
      )}
      {signal.allowed.length > 0 && (
        <p>
          {say(signalAllowed(signal.allowed.length))} <Links uses={signal.allowed} />
        </p>
      )}
    </NoticeBar>
  );
}
