import { addCatalogs, type Catalog } from './catalogs.ts';

// Where the words are of everything but the first page and its cards: the first page does not carry even their names.
addCatalogs(import.meta.glob<Catalog>(['./locales/*/*.po', '!./locales/*/{page,card,visitor,changes,linked}.po']));
