// `npm run expectations`: what customers said to "Did you expect this?" in the last closed week, for the brand to read.
import { parseArgs } from 'node:util';
import type { BrandId, Day } from '#contract/primitives.ts';
import type { ExpectationStore } from '#backend/expectation-store.ts';
import type { PublishedBrand } from '#backend/published-brand.ts';
import { released, weekOf } from '#rules/expectations.ts';
import { runCommand } from './commands.ts';
import { StartError } from './start-error.ts';
import { loadPublishedBrands } from './store/brands.ts';
import { expectationStore } from './store/expectations.ts';
import { openExisting } from './store/open-existing.ts';

const usage = 'Write npm run expectations, or npm run expectations -- --week 2026-11-16 --brand halden-row.';

const now = (): string => new Date().toISOString();

await runCommand(async (words, config) => {
  const asked = read(words);
  const engine = await openExisting(config);
  try {
    const brands = (await loadPublishedBrands(engine.database)).map(({ brand }) => brand);
    const expectations = expectationStore(engine);
    for (const brand of chosen(brands, asked.brand)) await say(brand, expectations, asked.week);
    return true;
  } finally {
    await engine.close();
  }
});

function read(words: readonly string[]): { readonly week?: Day; readonly brand?: BrandId } {
  try {
    return parseArgs({ args: [...words], options: { week: { type: 'string' }, brand: { type: 'string' } } }).values;
  } catch {
    throw new StartError(usage);
  }
}

function chosen(brands: readonly PublishedBrand[], id: BrandId | undefined): readonly PublishedBrand[] {
  if (id === undefined) return brands;
  const found = brands.filter(({ face }) => face.id === id);
  if (found.length > 0) return found;
  throw new StartError(`There is no brand ${id} here. Name one of: ${brands.map(({ face }) => face.id).join(', ')}.`);
}

async function say({ face, notices }: PublishedBrand, expectations: ExpectationStore, asked?: Day): Promise<void> {
  const { week: open, closes } = weekOf(now(), face.zone);
  const week = asked ?? weekBefore(open);
  if (!isMonday(week))
    throw new StartError(`${week} is not the Monday of a week. Write one, such as ${weekBefore(open)}.`);
  if (week >= open) {
    throw new StartError(
      `The week of ${week} is not closed at ${face.name}: the open week, that of ${open}, closes at ${closes}. ` +
        'Nothing is told of a week before it closes. Name an earlier Monday.',
    );
  }
  // It closes the week before, should no server have been there to do it.
  await expectations.openWeek(face.id, open);
  const told = new Map(released(await expectations.count(face.id, week)).map((card) => [card.card, card]));
  const texts = notices.flatMap(({ byLanguage }) => Object.values(byLanguage));
  const cards = new Set(texts.flatMap(({ notice }) => notice.categories.map(({ id }) => id)));
  console.log(`${face.name}, week of ${week}. Rounded down to tens; a card with fewer than 20 answers is withheld.`);
  for (const card of cards) {
    const counts = told.get(card);
    console.log(
      counts
        ? `${card}: expected ${counts.expected}, surprised ${counts.surprised}, not OK ${counts.not_ok}`
        : `${card}: withheld`,
    );
  }
}

const DAY = 86_400_000;

const weekBefore = (week: Day): Day => new Date(Date.parse(week) - 7 * DAY).toISOString().slice(0, 10);

const isMonday = (day: Day): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(day).getUTCDay() === 1;
