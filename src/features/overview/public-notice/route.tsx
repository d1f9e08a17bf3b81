import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { RoomOnly } from '#features/overview/kept-room.tsx';
import { titleOf } from '#features/overview/overview.model.ts';
import type { Page } from '#features/overview/page.ts';
import type { Here } from '#features/overview/visitor.model.ts';
import { VisitorPage } from '#features/overview/visitor-page.tsx';
import { visitorStrings } from '#features/overview/visitor.strings.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { choiceView } from '#intents/choice-view.ts';
import { nothingYet } from '#intents/engine-state.ts';
import { choicesOf } from '#rules/effective.ts';
import { newSubject } from '#rules/subject.ts';
import { termsOf } from '#rules/terms-of.ts';
import { publicNoticeStrings } from './public-notice.strings.ts';

const nothing = (): void => undefined;

/**
 * What is collected and why, of nobody in particular: shown until it is known who is there and what they chose. So it
 * has no switch and no value in it, which might be wrong for whoever reads it. For that it keeps the room that it takes
 * before anybody chose.
 */
export function PublicNotice() {
  const { brand, durability, receipts, browserSubject } = useCapabilities();
  const published = useNotice();
  const { notice } = published;
  const voice = useVoice(brand.zone);
  const terms = termsOf(published, brand.zone);
  const choices = choicesOf(newSubject, [terms], terms.effectiveFrom, false);
  const here: Here = {
    choices,
    views: Object.fromEntries(choices.choices.map((one) => [one.choice, choiceView(nothingYet, one, one.choice)])),
    lasts: 'session',
    keepsForCustomer: false,
    turnOff: nothing,
  };
  const page: Page = {
    voice,
    durability,
    receipts: receipts !== null,
    email: notice.controller.email,
    notice,
    now: choices.asOf,
    since: null,
    gpc: false,
    signInUrl: brand.signInUrl,
    can: {},
    intend: nothing,
    again: nothing,
    latest: () => null,
    savedAs: () => null,
    dismiss: nothing,
    tryNow: nothing,
  };
  return (
    <RoomOnly value>
      <title>{titleOf(voice.say(visitorStrings.title), notice, undefined)}</title>
      <VisitorPage
        page={page}
        here={browserSubject ? here : null}
        noticeOnly={!browserSubject}
        open={[]}
        onToggle={nothing}
        online
        wanted={undefined}
        onSignedIn={nothing}
        instead={
          <>
            <p className="summary instead">{notice.intro}</p>
            <noscript>
              <p className="notice-bar border-accent">{voice.say(publicNoticeStrings.needsScript)}</p>
            </noscript>
          </>
        }
      />
    </RoomOnly>
  );
}
