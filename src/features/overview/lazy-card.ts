import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { CardFailure } from './card-failure.tsx';

const card = latePart(async () => {
  const [{ CategoryCard: Card }] = await Promise.all([import('./category-card.tsx'), addWords('card')]);
  return Card;
}, CardFailure);

/** The card of a category. It comes when the first one is opened, or a moment before: see `fetchCard`. */
export const CategoryCard = card.Part;

/** Brings what cards are made of. */
export const fetchCard = card.fetch;

/** Brings it, and waits until it is here or did not come. */
export const cardReady = card.ready;

const table = latePart(async () => {
  const [{ YearTable: Table }] = await Promise.all([import('./year-table.tsx'), addWords('card')]);
  return Table;
}, CardFailure);

/** The year as a table, once somebody asks for it. */
export const YearTable = table.Part;
