import { useMemo, type ReactNode } from 'react';
import { LiveRegion } from '#ui/live-region.tsx';
import { NoticeBar } from '#ui/notice-bar.tsx';
import { Button } from '#ui/button.tsx';
import { CategoryGroups } from './category-groups.tsx';
import { Deed, Said } from './kept-room.tsx';
import { signalOf } from './overview.model.ts';
import { overviewStrings } from './overview.strings.ts';
import type { Page } from './page.ts';
import { SignalNotice } from './signal-notice.tsx';
import { optionalUses } from './stored.model.ts';
import { UnknownAddress } from './unknown-address.tsx';
import { useAnnouncement } from './use-announcement.ts';
import type { Toggle } from './use-open-cards.ts';
import { VisitorAbout } from './visitor-about.tsx';
import { VisitorHere } from './visitor-here.tsx';
import { VisitorRow } from './visitor-row.tsx';
import { storedHere, visitorStatus, type Here } from './visitor.model.ts';
import { visitorStrings } from './visitor.strings.ts';

interface VisitorPageProps {
  readonly page: Page;
  /** What stands in this browser; null while that is not known, and where it can keep nothing of its own. */
  readonly here: Here | null;
  /** This browser can keep nothing of its own: nothing can be turned off before signing in. */
  readonly noticeOnly: boolean;
  readonly open: readonly string[];
  readonly onToggle: Toggle;
  readonly online: boolean;
  /** The category that the address names. */
  readonly wanted: string | undefined;
  /** Asks whether somebody is signed in by now. */
  readonly onSignedIn: () => void;
  /** What stands below the heading where no script runs or it did not come. */
  readonly instead?: ReactNode;
}

/** The notice, the way to sign in, and what can be turned off in this browser at once. */
export function VisitorPage(props: VisitorPageProps) {
  const { page, here, noticeOnly, open, onToggle, online, wanted, onSignedIn } = props;
  const { notice, signInUrl, voice } = page;
  const { say } = voice;
  const uses = useMemo(() => notice.categories.flatMap(optionalUses), [notice]);
  const signal = here && signalOf(notice, here.choices, storedHere(here));
  const announcement = useAnnouncement(page, uses, here?.views ?? {}, visitorStatus(here?.lasts ?? 'session'));
  return (
    <>
      <h1 tabIndex={-1} className="page-title">
        {say(visitorStrings.title)}
      </h1>
      {props.instead}
      <p className="summary">
        <Said text={say(visitorStrings.notSignedIn)} />
      </p>
      <UnknownAddress voice={voice} notice={notice} wanted={wanted} />
      <div className="answers">
        <Deed text={say(signInUrl === null ? visitorStrings.again : visitorStrings.signIn)}>
          {signInUrl === null ? (
            <Button onPress={onSignedIn}>{say(visitorStrings.again)}</Button>
          ) : (
            <a className="button" href={signInUrl}>
              {say(visitorStrings.signIn)}
            </a>
          )}
        </Deed>
      </div>
      {noticeOnly && (
        <p className="mt-4 max-w-text text-note text-ink-2">
          <Said text={say(visitorStrings.noticeOnly)} />
        </p>
      )}
      {!online && <NoticeBar tone="heed">{say(overviewStrings.offline)}</NoticeBar>}
      {here && <VisitorHere page={page} uses={uses} here={here} />}
      {signal && <SignalNotice voice={voice} signal={signal} />}
      <CategoryGroups
        notice={notice}
        renderRow={(category) => (
          <VisitorRow
            key={category.id}
            page={page}
            category={category}
            here={here}
            open={open.includes(category.id)}
            onToggle={onToggle}
          />
        )}
      />
      <VisitorAbout />
      <LiveRegion text={announcement} />
    </>
  );
}
