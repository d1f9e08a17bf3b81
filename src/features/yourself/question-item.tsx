import { useId, useRef, useState } from 'react';
import type { Instant } from '#contract/primitives.ts';
import type { AnswerValue, AskedQuestion } from '#contract/profile.ts';
import type { Deeds } from '#intents/use-deeds.ts';
import { Button } from '#ui/button.tsx';
import type { DeedFacts } from '#ui/deed-line.model.ts';
import { DeedLine } from '#ui/deed-line.tsx';
import { AnswerField } from './answer-field.tsx';
import { answerFrom, answerWords, type Reader, shownValue, storedAnswerOf, targetOf } from './question.model.ts';
import { Readers } from './readers.tsx';
import { givenOn, yourselfStrings } from './yourself.strings.ts';

interface QuestionItemProps extends DeedFacts {
  readonly question: AskedQuestion;
  /** The moment of the profile on screen. */
  readonly asOf: Instant;
  readonly readers: readonly Reader[];
  readonly deeds: Deeds;
  readonly signInUrl: string | null;
}

/** One question: what it is for, its control, and the answer that is stored. */
export function QuestionItem({ question, asOf, readers, deeds, signInUrl, ...facts }: QuestionItemProps) {
  const { voice } = facts;
  const { say } = voice;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const target = targetOf(question);
  const status = deeds.statusOf(target);
  /** What was entered here and not changed by a save since; undefined = nothing was. */
  const [draft, setDraft] = useState<AnswerValue | null>();
  const [missing, setMissing] = useState(false);
  const [pressedOn, setPressedOn] = useState<Instant | null>(null);
  const stored = storedAnswerOf(question, status, asOf, pressedOn);
  const value = draft === undefined ? shownValue(stored, status) : draft;

  const change = (next: AnswerValue): void => {
    setDraft(next);
    setMissing(false);
  };
  const run = (answer: AnswerValue | null): void => {
    setDraft(answer);
    setMissing(false);
    setPressedOn(asOf);
    deeds.run('answerQuestion', { question: question.id, value: answer }, target);
  };
  const save = (): void => {
    const answer = answerFrom(value);
    if (answer === null) setMissing(true);
    else run(answer);
  };
  const toHeading = (): void => heading.current?.focus();
  const takenBack = status?.name === 'answerQuestion' && status.input.value === null;

  return (
    <li className="question">
      <form
        noValidate
        aria-labelledby={`${id}-name`}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 ref={heading} id={`${id}-name`} tabIndex={-1} className="question-name">
          {question.question}
        </h2>
        <dl id={`${id}-why`} className="facts text-note">
          <div className="fact">
            <dt className="text-ink-2">{say(yourselfStrings.why)}</dt>
            <dd>{question.why}</dd>
          </div>
          <div className="fact">
            <dt className="text-ink-2">{say(yourselfStrings.changes)}</dt>
            <dd>{question.changes}</dd>
          </div>
          <div className="fact">
            <dt className="text-ink-2">{say(yourselfStrings.usedFor)}</dt>
            <dd>
              <Readers voice={voice} readers={readers} answered={stored !== null} />
            </dd>
          </div>
        </dl>
        <div className="mt-4">
          <AnswerField
            voice={voice}
            question={question}
            labelledBy={`${id}-name`}
            describedBy={`${id}-missing ${id}-why`}
            value={value}
            invalid={missing}
            onChange={change}
          />
        </div>
        <p id={`${id}-missing`} role="alert" className="text-note">
          {missing && say(yourselfStrings.empty)}
        </p>
        {stored && (
          <p className="question-stored">
            {say(yourselfStrings.yours)}: <b>{answerWords(question, stored.value, voice)}</b>.{' '}
            <span className="text-ink-2">{say(givenOn(voice.date(stored.at), voice.date(stored.expires)))}</span>
          </p>
        )}
        <div className="question-deeds">
          <div className="answers">
            <button type="submit" className="button">
              {say(yourselfStrings.save)}
            </button>
            {(stored || (status && !takenBack && status.phase !== 'saved')) && (
              <Button
                onPress={() => {
                  if (stored) {
                    toHeading();
                    run(null);
                  } else {
                    setDraft(null);
                  }
                }}
              >
                {say(yourselfStrings.takeBack)}
              </Button>
            )}
          </div>
          <DeedLine
            {...facts}
            {...(takenBack && { done: say(yourselfStrings.taken) })}
            deed={status}
            signInUrl={signInUrl}
            onTryNow={deeds.tryNow}
            onAgain={() => deeds.again(target)}
            onDismiss={() => deeds.dismiss(target)}
            onTaken={toHeading}
          />
        </div>
      </form>
    </li>
  );
}
