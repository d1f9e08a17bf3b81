import { lazy } from 'react';

const load = () => import('./category-card.tsx');

/** The card of a category. It comes when the first one is opened, or a moment before: see `fetchCard`. */
export const CategoryCard = lazy(async () => ({ default: (await load()).CategoryCard }));

/** Brings what cards are made of. A failure is of no consequence here: it is tried anew when a card is opened. */
export const fetchCard = (): void => void load().catch(() => undefined);
