import { BackendError } from '#backend/port.ts';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { shownOf } from '#intents/shown.ts';
import { useIntents, useShownChoices } from '#intents/use-intents.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { Button } from '#ui/button.tsx';
import { Answers } from './answers.tsx';
import { BothPanels } from './both-panels.tsx';
import { backTo, bothWaysStrings, titleFor } from './both-ways.strings.ts';
import { Meaning } from './meaning.tsx';
import { targetOf } from './target.model.ts';
import './both-ways.css';

/** The same place with and without a use, or all optional uses of a kind of data; and the two answers to it. */
export function BothWaysPage({ about }: { readonly about: string }) {
  const { brand, durability, versions, receipts } = useCapabilities();
  const { notice } = useNotice();
  const { choices, views } = useShownChoices();
  const intents = useIntents('center/both-ways', choices);
  const voice = useVoice(brand.zone);
  const { say } = voice;
  const target = targetOf(notice, about);
  if (!target) throw new BackendError('not_found', `No use and no kind of data is called “${about}”.`);
  const { name, category, uses } = target;
  const shown = shownOf(choices, views);
  const title = say(titleFor(name));
  return (
    <>
      <title>{`${title} · ${notice.controller.name}`}</title>
      <PageLink to={`/data/${category.id}`} className="inline-flex min-h-11 items-center text-note">
        {say(backTo(category.name))}
      </PageLink>
      <h1 className="page-title">{title}</h1>
      <p className="summary">{say(bothWaysStrings.summary)}</p>
      <PanelBoundary
        renderFailure={(retry) => (
          <div className="strip">
            <p className="max-w-text">{say(bothWaysStrings.failed)}</p>
            <div className="answers mt-2">
              <Button onPress={retry}>{say(bothWaysStrings.again)}</Button>
            </div>
          </div>
        )}
      >
        <BothPanels voice={voice} target={target} shown={shown} />
      </PanelBoundary>
      {uses.length > 0 && (
        <Answers
          facts={{
            voice,
            durability: versions ? durability : 'unknown',
            receipts: receipts !== null,
            email: notice.controller.email,
          }}
          signInUrl={brand.signInUrl}
          target={target}
          shown={shown}
          views={views}
          intents={intents}
        />
      )}
      <Meaning voice={voice} notice={notice} target={target} shown={shown} />
    </>
  );
}
