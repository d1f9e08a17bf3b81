import type { AboutParts } from './about-parts.ts';
import { factKey, type AuthoredAbout } from './authored-about.ts';
import type { AuthoredAboutWords } from './authored-about-words.ts';
import { compileMessage, heldValues } from './compile-message.ts';
import { idsOf, type NoticeParts, type Say } from './notice-parts.ts';
import { checkIds, isBlock, type Bones, type Loose } from './word-blocks.ts';

/** Every message that is there can be read, and names no value that its bones have not. */
const checkMessages = (
  block: unknown,
  valuesOf: (id: string) => Parameters<typeof compileMessage>[1] | undefined,
  key: string,
  say: Say,
): void => {
  if (!isBlock(block)) return;
  for (const [id, text] of Object.entries(block)) {
    const values = valuesOf(id);
    if (typeof text !== 'string' || values === undefined) continue;
    for (const problem of compileMessage(text, values).problems) say(['about', key, id], problem);
  }
};

/** How a sentence ends: with its stop, and then perhaps with what closes a quotation. Scripts of one case may have none. */
const ENDS = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}"']*$|^\P{Lowercase}*$/u;

/** A comma between [ ] begins the next entry: what it cut in two is told to nobody. */
const checkMeasures = (words: unknown, facts: readonly string[], say: Say): void => {
  for (const fact of facts) {
    const inner = isBlock(words) ? words[fact] : undefined;
    const measures: unknown = isBlock(inner) ? inner['measures'] : undefined;
    if (!Array.isArray(measures)) continue;
    for (const [at, one] of measures.entries()) {
      if (typeof one !== 'string' || ENDS.test(one)) continue;
      const where = ['about', 'safety', fact, 'measures', String(at)];
      say(where, `“${one}” has no full stop. Write a sentence; one with a comma in it stands on a line of its own.`);
    }
  }
};

const checkQuestionWords = (words: unknown, about: AboutParts, say: Say, bones: Bones): void => {
  for (const { value, sound } of about.questions) {
    const inner = isBlock(words) ? words[value.id] : undefined;
    if (!sound || !isBlock(inner)) continue;
    const at = ['about', 'questions', value.id];
    const named = value.kind === 'single' || value.kind === 'multiple' ? value.options : undefined;
    const needs = { options: named !== undefined, scale: value.kind === 'scale' } as const;
    for (const [key, needed] of Object.entries(needs)) {
      if (needed && !(key in inner))
        say(at, `"${key}" is missing. Question "${value.id}" has one in about.yaml. Add it.`);
      if (!needed && bones.settled && key in inner)
        say([...at, key], `"${key}" has no place here. A question of kind ${value.kind} has none. Remove it.`);
    }
    if (named) checkIds(inner['options'], named, 'option', [...at, 'options'], say, bones);
  }
};

/** The words of one language against about.yaml: every id has its words, none are left over, every message is read. */
export const checkAboutWords = (
  words: unknown,
  about: AboutParts | null,
  notice: NoticeParts,
  say: Say,
  bones: Bones,
): void => {
  if (!about) {
    if (words !== undefined)
      say(['about'], '"about" has no place here: the brand has no about.yaml. Add that file, or remove this block.');
    return;
  }
  if (words === undefined) {
    say([], '"about" is missing: the brand has an about.yaml. Add its words as docs/brand-files.md shows.');
    return;
  }
  if (!isBlock(words)) return;
  const block = words as Loose<AuthoredAboutWords>;
  const events: Partial<AuthoredAbout['events']> = isBlock(about.value.events) ? about.value.events : {};
  const ids = {
    events: Object.keys(events),
    questions: idsOf(about.questions),
    safety: about.facts.map(({ value }) => factKey(value)),
    incidents: idsOf(about.incidents),
  } as const;
  const names = { events: 'use', questions: 'question', safety: 'fact', incidents: 'incident' } as const;
  for (const key of ['events', 'questions', 'safety', 'incidents'] as const) {
    const part: unknown = block[key];
    if (part !== undefined) checkIds(part, ids[key], names[key], ['about', key], say, bones);
    else if (ids[key].length > 0 && key !== 'events')
      say(['about'], `"${key}" is missing: about.yaml has ${key}. Add their words.`);
  }
  checkIds(block.portrait, idsOf(notice.categories), 'category', ['about', 'portrait'], say, {
    ...bones,
    file: 'notice.yaml',
  });
  checkMessages(block.events, (use) => events[use], 'events', say);
  const category = (id: string) => notice.categories.find((one) => one.value.id === id);
  checkMessages(
    block.portrait,
    (id) => {
      const found = category(id);
      return found && heldValues(idsOf(found.items));
    },
    'portrait',
    say,
  );
  checkQuestionWords(block.questions, about, say, bones);
  checkMeasures(block.safety, ids.safety, say);
};
