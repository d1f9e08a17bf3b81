import { Children, Fragment, type ReactNode } from 'react';

interface SaveStatusProps {
  /** "wait" while it is under way, "kept" when it is stored, "heed" when the customer should know or do something. */
  readonly tone: 'wait' | 'kept' | 'heed';
  readonly text: string;
  /** The receipt, or the way forward. */
  readonly children?: ReactNode;
}

/** What became of a choice, in words beside its control. It stays until the customer leaves or it is solved. */
export function SaveStatus({ tone, text, children }: SaveStatusProps) {
  const ways = Children.toArray(children);
  if (tone === 'heed')
    return (
      <div className="strip reveal">
        <p className="max-w-text text-note">{text}</p>
        {ways.length > 0 && <div className="answers mt-2">{ways}</div>}
      </div>
    );
  return (
    <p>
      <span className={tone === 'kept' ? 'text-kept' : undefined}>{text}</span>
      {ways.map((way, at) => (
        <Fragment key={at}> · {way}</Fragment>
      ))}
    </p>
  );
}
