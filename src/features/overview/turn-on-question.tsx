import type { Category } from '#contract/notice.ts';
import { everythingOn, type Press, type Shown } from '#rules/category-switch.ts';
import { InlineQuestion } from '#ui/inline-question.tsx';
import { LeftOut } from './left-out.tsx';
import type { Page } from './page.ts';
import { turnOnCount, turnOnNamed } from './row.strings.ts';
import { statusStrings } from '#ui/status.strings.ts';

interface TurnOnQuestionProps {
  readonly page: Page;
  readonly category: Category;
  readonly shown: Shown;
  readonly question: Extract<Press, { kind: 'open' }>;
  readonly onDone: () => void;
}

/** A category's switch was pressed and there are several uses: say what one press turns on. */
export function TurnOnQuestion({ page, category, shown, question, onDone }: TurnOnQuestionProps) {
  const { voice } = page;
  const { say } = voice;
  const names = category.uses.filter((use) => question.choices.includes(use.id)).map(({ name }) => name);
  const turnOn = (): void => {
    page.intend(everythingOn(category.uses, shown).items);
    onDone();
  };
  return (
    <InlineQuestion
      title={say(turnOnNamed(voice.list(names)))}
      answers={[
        { label: say(turnOnCount(names.length)), onPress: turnOn },
        { label: say(statusStrings.keepOff), onPress: onDone },
      ]}
    >
      <LeftOut voice={voice} uses={category.uses} shown={shown} left={question.left} />
    </InlineQuestion>
  );
}
