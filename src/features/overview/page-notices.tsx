import type { Choices } from '#contract/choices.ts';
import { Button } from '#ui/button.tsx';
import { NoticeBar } from '#ui/notice-bar.tsx';
import { focusOn } from './focus-on.ts';
import { NoticeDifference } from './notice-difference.tsx';
import { noticeChanged, overviewStrings } from './overview.strings.ts';
import type { Page } from './page.ts';
import type { Views } from '#intents/shown.ts';
import { useNewNotice } from './use-new-notice.ts';

interface PageNoticesProps {
  readonly page: Page;
  readonly choices: Choices;
  readonly views: Views;
  readonly online: boolean;
  readonly onShowNewNotice: () => void;
  readonly onRetry?: (() => void) | undefined;
}

/** The button goes away with what it did, and the page is read anew: from its heading. */
const fromTheTop = (deed: () => void) => () => {
  focusOn('main h1');
  deed();
};

/** What is true of the whole page now: no connection, an ended session, a new notice. */
export function PageNotices({ page, choices, views, online, onShowNewNotice, onRetry }: PageNoticesProps) {
  const { notice, signInUrl, voice } = page;
  const newNotice = useNewNotice(notice, choices.notice);
  const { say } = voice;
  const ended = Object.values(views).some((view) => view?.status === 'needs_sign_in');
  return (
    <>
      {onRetry && (
        <NoticeBar tone="heed" actions={<Button onPress={fromTheTop(onRetry)}>{say(overviewStrings.tryAgain)}</Button>}>
          {say(overviewStrings.overviewFailed)}
        </NoticeBar>
      )}
      {!online && <NoticeBar tone="heed">{say(overviewStrings.offline)}</NoticeBar>}
      {ended && (
        <NoticeBar
          tone="heed"
          actions={
            signInUrl !== null && (
              <a className="button" href={signInUrl}>
                {say(overviewStrings.signIn)}
              </a>
            )
          }
        >
          {say(overviewStrings.ended)}
        </NoticeBar>
      )}
      {newNotice && (
        <NoticeBar actions={<Button onPress={fromTheTop(onShowNewNotice)}>{say(overviewStrings.newNotice)}</Button>}>
          <p>{say(noticeChanged(voice.date(newNotice.effectiveFrom)))}</p>
          <NoticeDifference voice={voice} since={notice.version} version={newNotice.version} />
        </NoticeBar>
      )}
    </>
  );
}
