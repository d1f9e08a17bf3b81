import { useId, type ReactNode } from 'react';
import { Button } from './button.tsx';

interface Answer {
  readonly label: string;
  readonly onPress: () => void;
}

interface InlineQuestionProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Equal in look, in this order. */
  readonly answers: readonly [Answer, Answer];
}

/** A question that is asked and answered where the choice was made; the page is never covered. */
export function InlineQuestion({ title, children, answers }: InlineQuestionProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="strip reveal">
      <p id={id} className="font-strong">
        {title}
      </p>
      {children && <div className="max-w-text text-note text-ink-2">{children}</div>}
      <div className="answers mt-2">
        {answers.map(({ label, onPress }) => (
          <Button key={label} onPress={onPress}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
