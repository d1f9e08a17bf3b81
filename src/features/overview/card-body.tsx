import type { ReactNode } from 'react';
import { DefinitionCard } from '#ui/definition-card.tsx';
import { Facts } from '#ui/facts.tsx';
import type { Voice } from '#i18n/voice.ts';
import { Got, What, Who } from './card-parts.tsx';
import type { CardWays } from './card-ways.tsx';
import type { Card } from './card.model.ts';
import { cardStrings, othersCount } from './card.strings.ts';
import { YearFigure } from './year-figure.tsx';

interface CardBodyProps {
  readonly voice: Voice;
  readonly card: Card;
  /** Nothing is told of what came back where nobody is signed in, or where the backend does not tell. */
  readonly got: boolean;
  /** The words that count who else gets it. */
  readonly counted?: typeof othersCount;
  /** Where it leads on; nowhere for somebody who is not signed in. */
  readonly ways?: CardWays;
  /** What the choices are headed by. */
  readonly choicesTerm: string;
  /** The choices: one list item for each use. */
  readonly children: ReactNode;
}

/** All about one category, always in the same order: what, why, what you got, who else, how long, the choices. */
export function CardBody({ voice, card, got, counted = othersCount, ways, choicesTerm, children }: CardBodyProps) {
  const { say } = voice;
  return (
    <DefinitionCard
      definitions={[
        { term: say(cardStrings.what), detail: <What voice={voice} card={card} ways={ways} /> },
        {
          term: say(cardStrings.why),
          detail: (
            <>
              <Facts facts={card.why} large />
              {card.used && (
                <>
                  <p className="mt-2 text-note text-ink-2">
                    {card.used.text} {ways?.activity}
                  </p>
                  {card.used.year.times > 0 && <YearFigure voice={voice} year={card.used.year} small />}
                </>
              )}
            </>
          ),
        },
        ...(got ? [{ term: say(cardStrings.got), detail: <Got voice={voice} received={card.received} /> }] : []),
        { term: say(cardStrings.who), detail: <Who voice={voice} others={card.others} counted={counted} /> },
        {
          term: say(cardStrings.howLong),
          detail: (
            <>
              {card.forgotten && (
                <p>
                  {card.forgotten} {ways?.kept}
                </p>
              )}
              <p>{card.retention}</p>
              <p>{card.storedIn}</p>
              <p className="text-note text-ink-2">{card.off}</p>
            </>
          ),
        },
        { term: choicesTerm, detail: <ul className="choices">{children}</ul> },
      ]}
    />
  );
}
