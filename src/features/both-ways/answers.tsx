import { useState } from 'react';
import { afterPresses, type Views } from '#intents/shown.ts';
import type { Intents } from '#intents/use-intents.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { UseLink } from '#navigation/use-link.tsx';
import { everythingOff, everythingOn, type Shown } from '#rules/category-switch.ts';
import { bulkStatusOf } from '#ui/bulk-status.model.ts';
import { Button } from '#ui/button.tsx';
import { StatusLine } from '#ui/status-line.tsx';
import type { StatusFacts } from '#ui/status.model.ts';
import { statusStrings } from '#ui/status.strings.ts';
import { useLate } from '#ui/use-late.ts';
import { answersOf } from './answers.model.ts';
import { asksMore } from './both-ways.strings.ts';
import type { Target } from './target.model.ts';

interface AnswersProps {
  readonly facts: StatusFacts;
  readonly signInUrl: string | null;
  readonly target: Target;
  readonly shown: Shown;
  readonly views: Views;
  readonly intents: Intents;
}

/** A use that a customer is asked about stays the first button's; its words change with what is on. */
const focusOnAnswers = (): void => document.querySelector<HTMLElement>('#answers :is(button, a)')?.focus();

/** On and off, equal in look and in the order of the panels; what became of the answer stands under them. */
export function Answers({ facts, signInUrl, target, shown, views, intents }: AnswersProps) {
  const [stays, setStays] = useState<'on' | 'off' | null>(null);
  const { voice } = facts;
  const { say } = voice;
  const { uses, category } = target;
  const status = bulkStatusOf(facts, uses, views);
  const late = useLate(status?.tone === 'wait');
  const visible = status && (status.tone !== 'wait' || late) ? status : null;
  const { on, off, left, leadsAway, stay } = answersOf(target, shown);

  const press = (value: 'on' | 'off', keeps: boolean): void => {
    setStays(keeps ? value : null);
    if (keeps) return;
    const now = afterPresses(shown, intents);
    intents.intend((value === 'on' ? everythingOn(uses, now) : everythingOff(uses, now)).items);
  };
  const each = (deed: (choice: string) => void) => () => uses.forEach(({ id }) => deed(id));

  return (
    <div className="both-answers">
      <div id="answers" className="answers">
        {leadsAway ? (
          <PageLink className="button" to={`/data/${target.use ? target.use.id.replace('.', '#') : category.id}`}>
            {say(on.words)}
          </PageLink>
        ) : (
          <Button onPress={() => press('on', on.keeps)}>{say(on.words)}</Button>
        )}
        <Button onPress={() => press('off', off.keeps)}>{say(off.words)}</Button>
      </div>
      {left.length > 0 && (
        <ul className="lines text-note text-ink-2">
          {left.map(({ choice, reason, name }) => (
            <li key={choice}>
              {target.use ? say(asksMore[reason](name)) : <UseLink use={choice}>{say(asksMore[reason](name))}</UseLink>}
            </li>
          ))}
        </ul>
      )}
      <div role="status" className="text-note text-ink-2">
        {stays !== null && <p>{say(stay[stays])}</p>}
        {stays === null && visible && (
          <StatusLine
            voice={voice}
            status={visible}
            turnOn={each(intents.again)}
            keepOff={each(intents.dismiss)}
            tryNow={intents.tryNow}
            signInUrl={signInUrl}
            onTaken={focusOnAnswers}
          >
            {visible.receipt !== null && (
              <PageLink to={`/receipts/${visible.receipt}`}>{say(statusStrings.receipt)}</PageLink>
            )}
          </StatusLine>
        )}
      </div>
    </div>
  );
}
