import { Button } from './button.tsx';
import { deedWords, type DeedFacts, type ToldDeed } from './deed-line.model.ts';
import { SaveStatus } from './save-status.tsx';

interface DeedLineProps extends DeedFacts {
  /** Null = nothing was done here. */
  readonly deed: ToldDeed | null;
  readonly signInUrl: string | null;
  readonly onTryNow: () => void;
  /** Does it once more as a new deed. */
  readonly onAgain: () => void;
  /** Puts the line away, or calls the deed back. */
  readonly onDismiss: () => void;
  /** Called before a way is taken whose button goes away with it: the keyboard must not be lost. */
  readonly onTaken: () => void;
}

/**
 * What became of a deed, beside what it is about; it says itself when it changes. Its words are those of the catalog
 * "deeds": a part that shows it brings them.
 */
export function DeedLine({ deed, signInUrl, onTryNow, onAgain, onDismiss, onTaken, ...facts }: DeedLineProps) {
  const said = deed && deedWords(deed, facts);
  const { say } = facts.voice;
  const take = (way: () => void) => () => {
    onTaken();
    way();
  };
  return (
    <div role="status">
      {said && (
        <SaveStatus tone={said.tone} text={said.text}>
          {said.ways.includes('tryNow') && <Button onPress={take(onTryNow)}>{say(said.words.tryNow)}</Button>}
          {said.ways.includes('signIn') && signInUrl !== null && (
            <a className="button" href={signInUrl}>
              {say(said.words.doSignIn)}
            </a>
          )}
          {said.ways.includes('callBack') && <Button onPress={take(onDismiss)}>{say(said.words.callBack)}</Button>}
          {said.ways.includes('again') && (
            <>
              <Button onPress={take(onAgain)}>{say(said.words.doAgain)}</Button>
              <Button onPress={take(onDismiss)}>{say(said.words.leave)}</Button>
            </>
          )}
          {said.ways.includes('close') && <Button onPress={take(onDismiss)}>{say(said.words.close)}</Button>}
        </SaveStatus>
      )}
    </div>
  );
}
