import type { Category } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { Received } from './benefit.model.ts';
import { CardBody } from './card-body.tsx';
import { cardWays } from './card-ways.tsx';
import { cardOf } from './card.model.ts';
import { cardStrings } from './card.strings.ts';
import { ChoiceItem } from './choice-item.tsx';
import { ExpectationPlace } from './expectation-place.tsx';
import type { Page } from './page.ts';
import type { Views } from '#intents/shown.ts';
import type { Stored } from './stored.model.ts';

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

/** All about one category of a customer, with a switch for each use. */
export function CategoryCard(props: CategoryCardProps) {
  const { page, category, overview, stored, views, received, toldAbove, onPress } = props;
  const { voice, notice, since } = page;
  const { say } = voice;
  const card = cardOf({ voice, notice, category, overview, since, stored, received });
  return (
    <>
      <CardBody
        voice={voice}
        card={card}
        got={overview !== undefined}
        ways={cardWays(page, category, overview)}
        choicesTerm={say(cardStrings.choices)}
      >
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
      </CardBody>
      {page.can.expectations && <ExpectationPlace page={page} card={category.id} />}
    </>
  );
}
