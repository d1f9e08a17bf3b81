import { InlineQuestion } from '#ui/inline-question.tsx';
import type { Voice } from '#i18n/voice.ts';
import type { Asking } from './choice.model.ts';
import { askOn, choiceStrings } from './choice.strings.ts';

interface GrantQuestionProps {
  readonly voice: Voice;
  /** The use's name. */
  readonly name: string;
  readonly asking: Asking;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** What has to be answered before a use is turned on: the law's words or second step, the browser's other wish. */
export function GrantQuestion({ voice: { say }, name, asking, onYes, onNo }: GrantQuestionProps) {
  return (
    <InlineQuestion
      title={say(askOn(name))}
      answers={[
        { label: say(choiceStrings.turnOn), onPress: onYes },
        { label: say(choiceStrings.keepOff), onPress: onNo },
      ]}
    >
      {asking.signal && <p>{say(choiceStrings.signalAsks)}</p>}
      {asking.grant === 'two_steps' && <p>{say(choiceStrings.twoSteps)}</p>}
      {asking.grant === 'words' && <p>{say(choiceStrings.words)}</p>}
      {asking.statement !== null && <blockquote className="statement">{asking.statement}</blockquote>}
    </InlineQuestion>
  );
}
