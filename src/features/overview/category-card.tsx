import type { Category } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import { DefinitionCard } from '#ui/definition-card.tsx';
import type { Received } from './benefit.model.ts';
import { Got, What, Who } from './card-parts.tsx';
import { cardOf } from './card.model.ts';
import { cardStrings } from './card.strings.ts';
import { ChoiceItem } from './choice-item.tsx';
import type { Page } from './page.ts';
import type { Views } from './row.model.ts';
import type { Stored } from './stored.model.ts';
import { Facts } from '#ui/facts.tsx';
import { YearFigure } from './year-figure.tsx';

interface CategoryCardProps {
  readonly page: Page;
  readonly category: Category;
  readonly overview: CategoryOverview | undefined;
  readonly stored: Stored;
  readonly views: Views;
  readonly received: readonly Received[];
  /** What became of the last press is told above, beside the row's own switch. */
  readonly toldAbove: boolean;
  /** A use's own switch was pressed. */
  readonly onPress: () => void;
}

/** All about one category, always in the same order: what, why, what you got, who else, how long, your choices. */
export function CategoryCard(props: CategoryCardProps) {
  const { page, category, overview, stored, views, received, toldAbove, onPress } = props;
  const { voice, notice, since } = page;
  const { say } = voice;
  const card = cardOf({ voice, notice, category, overview, since, stored, received });
  return (
    <DefinitionCard
      definitions={[
        { term: say(cardStrings.what), detail: <What voice={voice} card={card} /> },
        {
          term: say(cardStrings.why),
          detail: (
            <>
              <Facts facts={card.why} large />
              {card.used && (
                <>
                  <p className="mt-2 text-note text-ink-2">{card.used.text}</p>
                  {card.used.year.times > 0 && <YearFigure voice={voice} year={card.used.year} small />}
                </>
              )}
            </>
          ),
        },
        ...(overview ? [{ term: say(cardStrings.got), detail: <Got voice={voice} received={received} /> }] : []),
        { term: say(cardStrings.who), detail: <Who voice={voice} others={card.others} /> },
        {
          term: say(cardStrings.howLong),
          detail: (
            <>
              <p>{card.retention}</p>
              <p>{card.storedIn}</p>
              <p className="text-note text-ink-2">{card.off}</p>
            </>
          ),
        },
        {
          term: say(cardStrings.choices),
          detail: (
            <ul className="choices">
              {category.uses.map((use) => (
                <ChoiceItem
                  key={use.id}
                  page={page}
                  category={category}
                  use={use}
                  overview={overview}
                  stored={stored}
                  view={views[use.id]}
                  toldAbove={toldAbove}
                  onPress={onPress}
                />
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
