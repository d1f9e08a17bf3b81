import { useId, useRef, useState } from 'react';
import type { Expectation as Said, ExpectationAnswer } from '#contract/expectations.ts';
import { useExpectations } from '#data/use-expectations.ts';
import { useDeeds } from '#intents/use-deeds.ts';
import { Button } from '#ui/button.tsx';
import { DeedLine } from '#ui/deed-line.tsx';
import type { ExpectationProps } from './expectation-place.tsx';
import { changeableUntil, expectationStrings } from './expectation.strings.ts';
import './expectation.css';

/** The answers, alike in look and size. */
const answers: readonly (readonly [ExpectationAnswer, (typeof expectationStrings)['expected']])[] = [
  ['expected', expectationStrings.expected],
  ['surprised', expectationStrings.surprised],
  ['not_ok', expectationStrings.notOk],
];

/** The longest reason that a backend takes. */
const MOST = 280;

/** Whether a customer expected what a card tells: one press, a reason if they like, changeable while the week is open. */
export function Expectation({ page, card }: ExpectationProps) {
  const { voice, ...facts } = page;
  const { say } = voice;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { closes, answers: stored } = useExpectations();
  const deeds = useDeeds();
  const target = `expected:${card}`;
  const status = deeds.statusOf(target);
  // What was pressed shows at once; the line beside it says whether it is saved.
  const unsaved = status?.name === 'recordExpectation' && status.phase !== 'saved' ? status.input : null;
  const said: Said | undefined = unsaved ?? stored.find((one) => one.card === card);
  const [draft, setDraft] = useState<string>();
  const words = draft ?? said?.reason ?? '';

  const record = (answer: ExpectationAnswer): void => {
    const reason = words.trim();
    deeds.run('recordExpectation', { card, answer, ...(reason !== '' && { reason }) }, target);
  };

  return (
    <div role="group" aria-labelledby={`${id}-asked`} aria-describedby={`${id}-sees`} className="expectation">
      <h4 ref={heading} id={`${id}-asked`} tabIndex={-1} className="font-strong">
        {say(expectationStrings.asked)}
      </h4>
      <div className="expectation-answers">
        {answers.map(([answer, label]) => (
          <button
            key={answer}
            type="button"
            className="button"
            aria-pressed={said?.answer === answer}
            onClick={() => record(answer)}
          >
            {say(label)}
          </button>
        ))}
      </div>
      <p id={`${id}-sees`} className="max-w-text text-note text-ink-2">
        {say(expectationStrings.whoSees)} {said && say(changeableUntil(voice.moment(closes)))}
      </p>
      {said && (
        <div className="grid justify-items-start gap-2">
          <label htmlFor={`${id}-why`} className="text-note">
            {say(expectationStrings.why)}
          </label>
          <textarea
            id={`${id}-why`}
            aria-describedby={`${id}-note`}
            rows={2}
            maxLength={MOST}
            className="expectation-words"
            value={words}
            onChange={({ target: field }) => setDraft(field.value)}
          />
          <p id={`${id}-note`} className="text-note text-ink-2">
            {say(expectationStrings.whyNote)}
          </p>
          <Button onPress={() => record(said.answer)}>{say(expectationStrings.send)}</Button>
        </div>
      )}
      <DeedLine
        {...facts}
        voice={voice}
        deed={status}
        onTryNow={deeds.tryNow}
        onAgain={() => deeds.again(target)}
        onDismiss={() => deeds.dismiss(target)}
        onTaken={() => heading.current?.focus()}
      />
    </div>
  );
}
