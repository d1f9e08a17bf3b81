import type { AuthoredUse } from './authored-notice.ts';
import type { AuthoredWords, CategoryWords, UseWords } from './authored-words.ts';
import { grantOf } from './check-use.ts';
import { compileMessage, gotValues, heldValues } from './compile-message.ts';
import { didYouMean } from './did-you-mean.ts';
import type { CategoryPart, NoticeParts, Say } from './notice-parts.ts';
import type { Problem } from './problem.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** A part of a language file as far as it is there; what is missing or misshapen was said when its shape was checked. */
type Loose<T> = T extends object ? { readonly [K in keyof T]?: Loose<T[K]> } : T;

type Bases = Loose<AuthoredWords['bases']> | undefined;

const isBlock = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One block of words by id against the ids of notice.yaml: none may lack and none may be left over. */
const checkIds = (block: unknown, ids: readonly string[], what: string, at: Path, say: Say): void => {
  if (!isBlock(block)) return;
  for (const id of ids)
    if (!(id in block))
      say(at, `${what} "${id}" of notice.yaml has no words here. Add "${id}" under ${at.join(', ')}.`);
  for (const id of Object.keys(block))
    if (!ids.includes(id))
      say(
        [...at, id],
        `There is no ${what} "${id}" in notice.yaml${at[0] === 'categories' && at[1] !== undefined ? `, category "${at[1]}"` : ''}. ${didYouMean(id, ids)}`,
      );
};

/** A word that only some uses need: it must stand where it is needed, and nowhere else. */
const checkNeeded = (words: Loose<UseWords>, key: keyof UseWords, because: string | null, at: Path, say: Say): void => {
  if (because !== null && !(key in words)) say(at, `"${key}" is missing: ${because}. Add it.`);
  if (because === null && key in words)
    say(
      [...at, key],
      `"${key}" has no place in this use of notice.yaml. Remove it, or see docs/brand-files.md for the uses that have it.`,
    );
};

const checkUseWords = (use: AuthoredUse, words: Loose<UseWords>, bases: Bases, at: Path, say: Say): void => {
  const need = (key: keyof UseWords, needed: boolean, because: string): void =>
    checkNeeded(words, key, needed ? because : null, at, say);
  const { basis } = use;
  need('interest', basis === 'legitimate_interest', 'a use on legitimate_interest names the interest in a sentence');
  need('law', basis === 'legal_obligation' || basis === 'public_task', `a use on ${basis} names the law in a sentence`);
  need('statement', grantOf(use) === 'words', 'turning this use on takes a sentence that the customer confirms');
  need('got', use.counting !== undefined, 'notice.yaml counts something for this use');
  need('automated', use.automated === true, 'this use decides without a person');
  if (typeof words.got?.message === 'string')
    for (const problem of compileMessage(words.got.message, gotValues).problems)
      say([...at, 'got', 'message'], problem);
  const reason = words.interest ?? words.law;
  if (`${bases?.[basis] ?? ''} ${reason ?? ''}`.length > 2000)
    say(at, 'The sentence of its basis and of this use together have more than 2,000 characters. Shorten one.');
};

const checkCategoryWords = (
  category: CategoryPart,
  words: Loose<CategoryWords>,
  bases: Bases,
  at: Path,
  say: Say,
): void => {
  const items = category.items.map((item) => item.value.id);
  checkIds(words.items, items, 'item', [...at, 'items'], say);
  checkIds(
    words.uses,
    category.uses.map((use) => use.value.id),
    'use',
    [...at, 'uses'],
    say,
  );
  if (typeof words.held === 'string')
    for (const problem of compileMessage(words.held, heldValues(items)).problems) say([...at, 'held'], problem);
  for (const use of category.uses) {
    const inner = isBlock(words.uses) ? words.uses[use.value.id] : undefined;
    if (use.sound && isBlock(inner)) checkUseWords(use.value, inner, bases, [...at, 'uses', use.value.id], say);
  }
};

/** One language against notice.yaml: every id has its words, no words are left over, every message can be read. */
export const checkWords = (file: YamlFile, parts: NoticeParts, rights: readonly string[]): Problem[] => {
  const problems: Problem[] = [];
  const say: Say = (path, message) => problems.push({ file: file.name, line: file.lineOf(path), message });
  const words = (isBlock(file.value) ? file.value : {}) as Loose<AuthoredWords>;
  const bases = isBlock(words.bases) ? words.bases : undefined;

  const uses = parts.categories.flatMap((category) => category.uses.filter((use) => use.sound));
  const used = [...new Set(uses.map((use) => use.value.basis))];
  for (const basis of bases ? used : [])
    if (!(basis in (bases ?? {})))
      say(['bases'], `A use rests on ${basis}, and there is no sentence for it. Add "${basis}" under bases.`);
  const allSound = parts.categories.every((category) => category.uses.every((use) => use.sound));
  for (const basis of Object.keys(bases ?? {}))
    if (allSound && !used.some((one) => one === basis))
      say(['bases', basis], `No use rests on "${basis}". Remove the line.`);

  checkIds(words.rights, rights, 'right', ['rights'], say);
  checkIds(
    words.recipients,
    parts.recipients.map((one) => one.value.id),
    'recipient',
    ['recipients'],
    say,
  );
  for (const { value, sound } of parts.recipients) {
    const inner = isBlock(words.recipients) ? words.recipients[value.id] : undefined;
    if (!sound || !isBlock(inner)) continue;
    const at = ['recipients', value.id];
    if (value.copyAt !== undefined && !('safeguard' in inner))
      say(
        at,
        `"safeguard" is missing: recipient "${value.id}" has copyAt in notice.yaml. Say how the data is protected there.`,
      );
    if (value.copyAt === undefined && 'safeguard' in inner)
      say(
        [...at, 'safeguard'],
        `recipient "${value.id}" has no copyAt in notice.yaml. Add it there, or remove this line.`,
      );
  }

  checkIds(
    words.categories,
    parts.categories.map((one) => one.value.id),
    'category',
    ['categories'],
    say,
  );
  for (const category of parts.categories) {
    const inner = isBlock(words.categories) ? words.categories[category.value.id] : undefined;
    if (isBlock(inner)) checkCategoryWords(category, inner, bases, ['categories', category.value.id], say);
  }
  return problems;
};
