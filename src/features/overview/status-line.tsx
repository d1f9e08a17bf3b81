import { useLocation } from 'react-router';
import { Link } from '#navigation/link.tsx';
import type { Voice } from '#i18n/voice.ts';
import { Button } from '#ui/button.tsx';
import { InlineQuestion } from '#ui/inline-question.tsx';
import { SaveStatus } from '#ui/save-status.tsx';
import { overviewStrings } from './overview.strings.ts';
import type { Status } from './status.model.ts';
import { statusStrings } from './status.strings.ts';

/** The deeds that a status can offer. */
export interface StatusDeeds {
  readonly turnOn: () => void;
  readonly keepOff: () => void;
  readonly tryNow: () => void;
  readonly signInUrl: string | null;
  /** Called before a deed is done: its button goes away with it, and the keyboard must not be lost. */
  readonly onTaken: () => void;
}

interface StatusLineProps extends StatusDeeds {
  readonly voice: Voice;
  readonly status: Status;
  /** The way back from a press on many uses at once. */
  readonly onUndo?: (() => void) | null;
}

/** A save status with its way forward, beside the control it is about. */
export function StatusLine({ voice, status, onUndo, onTaken, signInUrl, ...deeds }: StatusLineProps) {
  const { say } = voice;
  const { search } = useLocation();
  const take = (deed: () => void) => () => {
    onTaken();
    deed();
  };
  if (status.asks)
    return (
      <InlineQuestion
        title={status.text}
        answers={[
          { label: say(statusStrings.turnOn), onPress: take(deeds.turnOn) },
          { label: say(statusStrings.keepOff), onPress: take(deeds.keepOff) },
        ]}
      />
    );
  return (
    <SaveStatus tone={status.tone} text={status.text}>
      {status.receipt !== null && (
        <Link to={{ pathname: `/receipts/${status.receipt}`, search }}>{say(statusStrings.receipt)}</Link>
      )}
      {onUndo && (
        <button type="button" className="plain-button" onClick={take(onUndo)}>
          {say(overviewStrings.undo)}
        </button>
      )}
      {status.tryNow && <Button onPress={take(deeds.tryNow)}>{say(statusStrings.tryNow)}</Button>}
      {status.dismiss && <Button onPress={take(deeds.keepOff)}>{say(statusStrings.close)}</Button>}
      {status.signIn && signInUrl !== null && (
        <a className="button" href={signInUrl}>
          {say(statusStrings.doSignIn)}
        </a>
      )}
    </SaveStatus>
  );
}
