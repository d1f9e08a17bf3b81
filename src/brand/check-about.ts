import type { AboutParts } from './about-parts.ts';
import { factKey, type AuthoredCorrectable, type AuthoredIncident, type AuthoredQuestion } from './authored-about.ts';
import { didYouMean } from './did-you-mean.ts';
import { idsOf, sayRepeated, type NoticeParts, type Part, type Say } from './notice-parts.ts';
import { isLonger } from './period.ts';
import type { Path } from './yaml-file.ts';

const paths = (notice: NoticeParts, of: 'items' | 'uses'): string[] =>
  notice.categories.flatMap((category) => idsOf(category[of]).map((id) => `${category.value.id}.${id}`));

/** What notice.yaml names, for a file that points into it. */
interface Named {
  readonly notice: NoticeParts;
  readonly items: readonly string[];
  readonly uses: readonly string[];
  readonly categories: readonly string[];
  /** notice.yaml itself is right. Until it is, what seems to point nowhere may be there when it is mended. */
  readonly settled: boolean;
  readonly say: Say;
}

const listOf = { item: 'items', use: 'uses', category: 'categories' } as const;

/** Is there no such thing in notice.yaml? Said where that is certain. */
const isUnknown = (id: string, what: keyof typeof listOf, at: Path, { say, settled, ...named }: Named): boolean => {
  const known = named[listOf[what]];
  if (known.includes(id)) return false;
  if (settled) say(at, `"${id}" is no ${what} of notice.yaml. ${didYouMean(id, known)}`);
  return true;
};

/** A key that only some kinds have stands where it is needed, and nowhere else. */
const sayOnly = (has: boolean, needed: boolean, key: string, kinds: string, part: Part<unknown>, say: Say): void => {
  if (needed && !has) say(part.at, `"${key}" is missing. It is needed for ${kinds}. Add it.`);
  if (!needed && has) say([...part.at, key], `"${key}" is only for ${kinds}. Remove it, or change the kind.`);
};

const checkCorrectable = (part: Part<AuthoredCorrectable>, named: Named): void => {
  const { say } = named;
  const { item, kind, options } = part.value;
  isUnknown(item, 'item', [...part.at, 'item'], named);
  sayOnly(options !== undefined, kind === 'option', 'options', 'kind option', part, say);
  sayRepeated(options ?? [], [...part.at, 'options'], say);
};

const checkQuestion = (part: Part<AuthoredQuestion>, named: Named): void => {
  const { notice, settled, say } = named;
  const { value: question, at } = part;
  const chooses = ['single', 'multiple', 'size'].includes(question.kind);
  sayOnly(question.options !== undefined, chooses, 'options', 'kinds single, multiple and size', part, say);
  sayOnly(question.scale !== undefined, question.kind === 'scale', 'scale', 'kind scale', part, say);
  sayRepeated(question.options ?? [], [...at, 'options'], say);
  sayRepeated(question.uses, [...at, 'uses'], say);
  if (question.scale && question.scale.min >= question.scale.max)
    say([...at, 'scale', 'max'], `The scale ends at ${question.scale.max}, where it begins. Write a higher max.`);
  const unknown = isUnknown(question.item, 'item', [...at, 'item'], named);
  const [categoryId, itemId] = question.item.split('.');
  const category = notice.categories.find((one) => one.value.id === categoryId);
  const item = category?.items.find((one) => one.value.id === itemId);
  for (const [index, use] of question.uses.entries()) {
    const here = [...at, 'uses', index];
    if (isUnknown(use, 'use', here, named) || unknown || !item?.sound || !settled) continue;
    const needing = item.value.uses.map((id) => `${categoryId}.${id}`);
    if (!needing.includes(use))
      say(here, `use "${use}" does not need item "${question.item}". ${didYouMean(use, needing)}`);
  }
  if (settled && category?.sound && isLonger(question.lasts, category.value.retention))
    say(
      [...at, 'lasts'],
      `An answer lasts ${question.lasts}, and "${categoryId}" is kept ${category.value.retention}. Write at most ${category.value.retention}.`,
    );
};

const checkIncident = ({ value, at }: Part<AuthoredIncident>, named: Named): void => {
  const { say } = named;
  for (const [key, after] of [
    ['to', 'from'],
    ['found', 'from'],
    ['told', 'found'],
  ] as const)
    if (value[key] < value[after])
      say([...at, key], `"${key}" is ${value[key]}, before "${after}", ${value[after]}. Write a day on or after it.`);
  sayRepeated(value.categories, [...at, 'categories'], say);
  for (const [index, id] of value.categories.entries()) isUnknown(id, 'category', [...at, 'categories', index], named);
};

const sayTwice = (what: string, parts: readonly Part<unknown>[], ids: readonly string[], key: string, say: Say) => {
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index)
      say([...(parts[index]?.at ?? []), key], `There is another ${what} "${id}" above. Keep one.`);
};

/** What the schema of about.yaml cannot say: that it points to what notice.yaml has, and that its days can be true. */
export const checkAbout = (about: AboutParts, notice: NoticeParts, settled: boolean, say: Say): void => {
  const named: Named = {
    notice,
    items: paths(notice, 'items'),
    uses: paths(notice, 'uses'),
    categories: idsOf(notice.categories),
    settled,
    say,
  };
  const { visits, conclusions, events } = about.value;
  if (typeof visits === 'string') isUnknown(visits, 'item', ['visits'], named);
  for (const key of ['held', 'forbidden'] as const) {
    const item: unknown = conclusions?.[key];
    if (typeof item === 'string') isUnknown(item, 'item', ['conclusions', key], named);
  }
  if (conclusions && conclusions.held === conclusions.forbidden)
    say(['conclusions', 'forbidden'], 'What is forbidden needs an item of its own. Name another item.');

  if (typeof events === 'object' && events !== null) {
    for (const use of Object.keys(events)) isUnknown(use, 'use', ['events', use], named);
    const told = Object.keys(events);
    for (const use of settled ? named.uses.filter((one) => !told.includes(one)) : [])
      say(['events'], `What is done under use "${use}" is not told. Add ${use}: { } with the values of its events.`);
  }
  sayTwice(
    'entry for item',
    about.correctable,
    about.correctable.map(({ value }) => value.item),
    'item',
    say,
  );
  for (const part of about.correctable) if (part.sound) checkCorrectable(part, named);
  sayTwice(
    'question',
    about.questions,
    about.questions.map(({ value }) => value.id),
    'id',
    say,
  );
  for (const part of about.questions) if (part.sound) checkQuestion(part, named);
  sayTwice(
    'fact on',
    about.facts,
    about.facts.map(({ value }) => factKey(value)),
    'category',
    say,
  );
  for (const { value, at, sound } of about.facts)
    if (sound && value.category !== undefined) isUnknown(value.category, 'category', [...at, 'category'], named);
  sayTwice(
    'incident',
    about.incidents,
    about.incidents.map(({ value }) => value.id),
    'id',
    say,
  );
  for (const part of about.incidents) if (part.sound) checkIncident(part, named);
};
