import type { ReactNode } from 'react';
import type { Voice } from '#i18n/voice.ts';
import { Button } from './button.tsx';
import { InlineQuestion } from './inline-question.tsx';
import { SaveStatus } from './save-status.tsx';
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
  /** What stands first among the ways forward: the link to the receipt of `status`, the way back. */
  readonly children?: ReactNode;
}

/** A save status with its way forward, beside the control it is about. */
export function StatusLine({ voice, status, children, onTaken, signInUrl, ...deeds }: StatusLineProps) {
  const { say } = voice;
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
      {children}
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
