import { latePart } from '#ui/late-part.tsx';
import { CardFailure } from './card-failure.tsx';

const card = latePart(async () => (await import('./category-card.tsx')).CategoryCard, CardFailure);

/** The card of a category. It comes when the first one is opened, or a moment before: see `fetchCard`. */
export const CategoryCard = card.Part;

/** Brings what cards are made of. */
export const fetchCard = card.fetch;
