import type { Catalog, Catalogs } from './catalogs.ts';

/** Where the words are of everything but the first page and its cards, which does not carry even their names. */
export const lateCatalogs: Catalogs = import.meta.glob<Catalog>([
  './locales/*/*.po',
  '!./locales/*/{page,card,visitor}.po',
]);
