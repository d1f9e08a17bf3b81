import { Button } from '#ui/button.tsx';
import type { Page } from './page.ts';
import { cardFailureStrings } from './card-failure.strings.ts';

interface CardFailureProps {
  readonly page: Pick<Page, 'voice'>;
  readonly retry: () => void;
}

/** In place of a card that could not be fetched: the rows around it still tell, and still switch. */
export function CardFailure({ page: { voice }, retry }: CardFailureProps) {
  return (
    <div className="strip">
      <p>{voice.say(cardFailureStrings.text)}</p>
      <div className="answers mt-2">
        <Button onPress={retry}>{voice.say(cardFailureStrings.again)}</Button>
      </div>
    </div>
  );
}
