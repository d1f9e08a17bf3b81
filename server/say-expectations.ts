import type { ExpectationStore } from '#backend/expectation-store.ts';
import type { PublishedBrand } from '#backend/published-brand.ts';
import type { Day, Instant } from '#contract/primitives.ts';
import { released, weekOf } from '#rules/expectations.ts';
import { StartError } from './start-error.ts';

const DAY = 86_400_000;

const weekBefore = (week: Day): Day => new Date(Date.parse(week) - 7 * DAY).toISOString().slice(0, 10);

const isMonday = (day: Day): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(day).getUTCDay() === 1;

/** A customer's words can neither look like another card's line nor steer a terminal. */
const onOneLine = (words: string): string => words.replaceAll(/[\s\p{C}]+/gu, ' ').trim();

/**
 * Says what a brand's customers expected in a week that is closed, the last one unless another is asked for: by card, in
 * the only cut there is, with the reasons under their card. Throws where the week is open, or is none.
 */
export async function sayExpectations(
  { face, notices }: PublishedBrand,
  expectations: Pick<ExpectationStore, 'openWeek' | 'count' | 'reasons'>,
  now: Instant,
  asked?: Day,
): Promise<void> {
  const { week: open, closes } = weekOf(now, face.zone);
  const last = weekBefore(open);
  const week = asked ?? last;
  if (!isMonday(week)) throw new StartError(`${week} is not the Monday of a week. Write one, such as ${last}.`);
  if (week >= open) {
    throw new StartError(
      `The week of ${week} is not closed at ${face.name}: that of ${open} is open, and closes at ${closes}. ` +
        `Nothing is told of a week before it closes. Name an earlier Monday, such as ${last}.`,
    );
  }
  // It closes the week before, should no server have been there to do it.
  await expectations.openWeek(face.id, open);
  const counted = await expectations.count(face.id, week);
  const cut = released(counted, await expectations.reasons(face.id, week));
  const told = new Map(cut.map((one) => [one.card, one]));
  const texts = notices.flatMap(({ byLanguage }) => Object.values(byLanguage));
  const cards = new Set(texts.flatMap(({ notice }) => notice.categories.map(({ id }) => id)));
  console.log(`${face.name}, week of ${week}. Rounded down to tens; a card with fewer than 20 answers is withheld.`);
  for (const card of cards) {
    const counts = told.get(card);
    const said = counts && `expected ${counts.expected}, surprised ${counts.surprised}, not OK ${counts.not_ok}`;
    console.log(`${card}: ${said ?? 'withheld'}`);
    for (const reason of counts?.reasons ?? []) console.log(`  “${onOneLine(reason)}”`);
  }
}
