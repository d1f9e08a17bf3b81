import type { Voice } from '#i18n/voice.ts';
import { Deed } from './kept-room.tsx';
import { ofWhat, visitorStrings } from './visitor.strings.ts';

interface TurnOffProps {
  readonly voice: Voice;
  /** What it turns off. */
  readonly name: string;
  readonly describedBy?: string;
  readonly onPress: () => void;
}

/** Turns something off in this browser. There is no way back without signing in, so it is no switch. */
export const TurnOff = ({ voice: { say }, name, describedBy, onPress }: TurnOffProps) => (
  <Deed text={say(visitorStrings.turnOff)}>
    <button type="button" className="button relative z-1" aria-describedby={describedBy} onClick={onPress}>
      {say(visitorStrings.turnOff)}
      <span className="sr-only">{say(ofWhat(name))}</span>
    </button>
  </Deed>
);
