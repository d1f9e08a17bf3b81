import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { useProfile } from '#data/use-profile.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { useDeeds } from '#intents/use-deeds.ts';
import { useShownChoices } from '#intents/use-intents.ts';
import { RichText } from '#ui/rich-text.tsx';
import { isOptional } from '#rules/options.ts';
import { QuestionItem } from './question-item.tsx';
import { readersOf } from './question.model.ts';
import { allAnswered, progress, yourselfStrings } from './yourself.strings.ts';
import './yourself.css';

/** Everything that the brand would like to know: a question for each, to be answered, changed and taken back. */
export function YourselfPage() {
  const { brand, durability, versions } = useCapabilities();
  const { notice } = useNotice();
  const { asOf, questions } = useProfile();
  const { choices, views } = useShownChoices();
  const deeds = useDeeds();
  const voice = useVoice(brand.zone);
  const { say } = voice;
  const alwaysOn = new Set(
    notice.categories.flatMap(({ uses }) => uses.filter((use) => !isOptional(use)).map(({ id }) => id)),
  );
  const isOn = (use: string): boolean => alwaysOn.has(use) || (views[use]?.inForce ?? 'off') !== 'off';
  const answered = questions.filter(({ answer }) => answer !== null).length;
  const all = questions.length;
  return (
    <>
      <title>{`${say(yourselfStrings.title)} · ${notice.controller.name}`}</title>
      <h1 className="page-title">{say(yourselfStrings.title)}</h1>
      <p className="summary">
        {all === 0 ? (
          say(yourselfStrings.none)
        ) : answered === all ? (
          <RichText text={say(allAnswered(all))} />
        ) : (
          <>
            <RichText text={say(progress(answered, all))} /> {say(yourselfStrings.skip)}
          </>
        )}
      </p>
      {all > 0 && (
        // What was entered for one customer is nothing to the next.
        <ul key={choices.customer} className="rows">
          {questions.map((question) => (
            <QuestionItem
              key={question.id}
              voice={voice}
              durability={versions ? durability : 'unknown'}
              email={notice.controller.email}
              signInUrl={brand.signInUrl}
              question={question}
              asOf={asOf}
              readers={readersOf(notice, question, isOn)}
              deeds={deeds}
            />
          ))}
        </ul>
      )}
    </>
  );
}
