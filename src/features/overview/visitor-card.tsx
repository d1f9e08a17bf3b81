import type { Category } from '#contract/notice.ts';
import { CardBody } from './card-body.tsx';
import { cardOf } from './card.model.ts';
import { cardStrings, othersCount } from './card.strings.ts';
import type { Page } from './page.ts';
import { othersOf } from './recipient.model.ts';
import { alwaysUses, optionalUses } from './stored.model.ts';
import { VisitorChoice } from './visitor-choice.tsx';
import { everyUse, storedHere, type Here } from './visitor.model.ts';
import { othersOfAll, visitorStrings } from './visitor.strings.ts';

interface VisitorCardProps {
  readonly page: Page;
  readonly category: Category;
  readonly here: Here | null;
}

/** All about one category for somebody who is not signed in: without what is held, and without what they got. */
export function VisitorCard({ page, category, here }: VisitorCardProps) {
  const { voice, notice } = page;
  const { say } = voice;
  const stored = here ? storedHere(here) : {};
  const card = cardOf({ voice, notice, category, overview: undefined, since: null, stored, received: [] });
  const ofAll = {
    ...card,
    why: [
      { term: say(cardStrings.alwaysOn), uses: alwaysUses(category) },
      { term: say(visitorStrings.youChoose), uses: optionalUses(category) },
    ].flatMap(({ term, uses }) =>
      uses.length === 0 ? [] : [{ term, text: uses.map(({ name }) => name).join(' · ') }],
    ),
    others: othersOf(voice, notice, category, everyUse(category)),
  };
  return (
    <CardBody
      voice={voice}
      card={here ? card : ofAll}
      got={false}
      counted={here ? othersCount : othersOfAll}
      choicesTerm={say(here ? visitorStrings.choices : visitorStrings.uses)}
    >
      {category.uses.map((use) => (
        <VisitorChoice key={use.id} page={page} category={category} use={use} here={here} />
      ))}
    </CardBody>
  );
}
