import { useId, useRef, useState } from 'react';
import type { Forgetting } from '#contract/holdings.ts';
import type { DeedStatus } from '#intents/deed-status.ts';
import { Button } from '#ui/button.tsx';
import { DeedLine } from '#ui/deed-line.tsx';
import { DefinitionCard } from '#ui/definition-card.tsx';
import { afterForgetting, beforeForgetting, type ForgetFacts } from './forget.model.ts';
import { forgetStrings } from './forget.strings.ts';
import type { DeedPage } from './use-held-page.ts';

interface ForgetPanelProps {
  readonly page: DeedPage;
  readonly facts: ForgetFacts;
  /** What is forgotten: one category, or everything. */
  readonly scope: Forgetting;
  readonly question: string;
  readonly label: string;
  /** What the button is called where several have the same label. */
  readonly named?: string;
  /** There is something to forget. */
  readonly offered: boolean;
  /** That it was forgotten before; what becomes of it now takes its place. Null = it never was. */
  readonly before: string | null;
  readonly status: DeedStatus | null;
}

/** The way to forget much at once: a button, the one question before it, and what became of it. */
export function ForgetPanel({ page, facts, scope, question, label, named, offered, before, status }: ForgetPanelProps) {
  const [asked, setAsked] = useState(false);
  const [pressedHere, setPressedHere] = useState(false);
  const outcome = useRef<HTMLDivElement>(null);
  const target = `forget:${scope.id ?? scope.scope}`;
  const shown = status?.phase === 'saved' && !pressedHere ? null : status;
  const toOutcome = (): void => outcome.current?.focus();
  const done =
    shown?.name === 'forget' && shown.phase === 'saved' && shown.answer && page.durability !== 'none'
      ? afterForgetting(page.voice, facts.notice, shown.answer)
      : null;
  const [first, ...rest] = done ?? [];
  const forget = (): void => {
    setAsked(false);
    setPressedHere(true);
    toOutcome();
    page.run('forget', scope, target);
  };
  return (
    <div className="forget-panel">
      {offered && (
        <button type="button" className="button" aria-label={named} onClick={() => setAsked(true)}>
          {label}
        </button>
      )}
      {asked && <ForgetDialog question={question} facts={facts} onForget={forget} onKeep={() => setAsked(false)} />}
      {before !== null && done === null && <p className="forget-before">{before}</p>}
      <div ref={outcome} tabIndex={-1} className="forget-outcome">
        <DeedLine
          {...page}
          {...(first !== undefined && { done: first })}
          deed={shown}
          onTryNow={page.tryNow}
          onAgain={() => {
            setPressedHere(true);
            page.again(target);
          }}
          onDismiss={() => page.dismiss(target)}
          onTaken={toOutcome}
        />
        {rest.map((line) => (
          <p key={line} className="text-note">
            {line}
          </p>
        ))}
      </div>
    </div>
  );
}

interface ForgetDialogProps {
  readonly question: string;
  readonly facts: ForgetFacts;
  readonly onForget: () => void;
  readonly onKeep: () => void;
}

/** What cannot be undone is asked once, with all that follows from it; both answers look the same. */
function ForgetDialog({ question, facts, onForget, onKeep }: ForgetDialogProps) {
  const id = useId();
  const { say } = facts.voice;
  // While it is open nothing else can be pressed. It closes before it goes: then the keyboard is where it was.
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = (then: () => void) => () => {
    dialog.current?.close();
    then();
  };
  return (
    <dialog
      ref={(element) => {
        dialog.current = element;
        if (element && !element.open) element.showModal();
      }}
      aria-labelledby={id}
      className="dialog"
      onClose={onKeep}
    >
      <h2 id={id} tabIndex={-1} className="text-group font-strong">
        {question}
      </h2>
      <DefinitionCard
        definitions={beforeForgetting(facts).map(({ term, lines }) => ({
          term,
          detail: lines.map((line) => <p key={line}>{line}</p>),
        }))}
      />
      <div className="answers mt-4">
        <Button onPress={answer(onForget)}>{say(forgetStrings.doIt)}</Button>
        <Button onPress={answer(onKeep)}>{say(forgetStrings.keep)}</Button>
      </div>
    </dialog>
  );
}
