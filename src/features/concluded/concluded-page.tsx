import { PanelBoundary } from '#data/panel-boundary.tsx';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useChoices } from '#data/use-choices.ts';
import { useNotice } from '#data/use-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { Button } from '#ui/button.tsx';
import { NoticeBar } from '#ui/notice-bar.tsx';
import { Conclusions } from './conclusions.tsx';
import { concludedStrings } from './concluded.strings.ts';
import './concluded.css';

/** What we concluded about you, with the reasons, and what all that is held says together. */
export function ConcludedPage() {
  const can = useCapabilities();
  const { notice } = useNotice();
  const { customer } = useChoices();
  const voice = useVoice(can.brand.zone);
  const { say } = voice;
  return (
    <>
      <title>{`${say(concludedStrings.title)} · ${notice.controller.name}`}</title>
      <h1 className="page-title">{say(concludedStrings.title)}</h1>
      <PanelBoundary
        renderFailure={(retry) => (
          <NoticeBar tone="heed" actions={<Button onPress={retry}>{say(concludedStrings.again)}</Button>}>
            <p role="alert">{say(concludedStrings.failed)}</p>
          </NoticeBar>
        )}
      >
        {/* What went away on the page of one customer is nothing to the next. */}
        <Conclusions key={customer} can={can} notice={notice} voice={voice} />
      </PanelBoundary>
    </>
  );
}
