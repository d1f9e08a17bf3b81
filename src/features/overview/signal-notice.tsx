import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Voice } from '#i18n/voice.ts';
import { NoticeBar } from '#ui/notice-bar.tsx';
import type { signalOf, SignalUse } from './overview.model.ts';
import { overviewStrings, signalAllowed, signalUses } from './overview.strings.ts';

interface SignalNoticeProps {
  readonly voice: Voice;
  readonly signal: NonNullable<ReturnType<typeof signalOf>>;
}

const Links = ({ uses }: { readonly uses: readonly SignalUse[] }) =>
  uses.map(({ id, category, name }, at) => (
    <Fragment key={id}>
      {at > 0 && ' · '}
      <Link to={`/data/${category}#${id.slice(category.length + 1)}`}>{name}</Link>
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
