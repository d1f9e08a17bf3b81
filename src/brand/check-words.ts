import { Basis } from '#contract/notice.ts';
import type { AuthoredUse } from './authored-notice.ts';
import type { AuthoredWords, CategoryWords, UseWords } from './authored-words.ts';
import { grantOf } from './check-use.ts';
import { compileMessage, gotValues, heldValues } from './compile-message.ts';
import { nearest } from './did-you-mean.ts';
import { idsOf, type CategoryPart, type NoticeParts, type Say } from './notice-parts.ts';
import type { Problem } from './problem.ts';
import { checkIds, isBlock, type Bones, type Loose } from './word-blocks.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** One language file while it is checked. */
interface Check {
  readonly say: Say;
  readonly bases: Loose<AuthoredWords['bases']>;
  readonly bones: Bones;
}

const checkUseWords = (use: AuthoredUse, words: Loose<UseWords>, at: Path, check: Check): void => {
  const { say, bases } = check;
  const { settled } = check.bones;
  const { basis } = use;
  /** A word that only some uses need stands where it is needed, and nowhere else. */
  const only = (key: keyof UseWords, needed: boolean, which: string): void => {
    if (needed && !(key in words)) say(at, `"${key}" is missing. It is needed for ${which}. Add it.`);
    if (!needed && settled && key in words)
      say([...at, key], `"${key}" has no place here. It is only for ${which}. Remove it, or mend notice.yaml.`);
  };
  only('interest', basis === 'legitimate_interest', 'a use on legitimate_interest');
  only('law', basis === 'legal_obligation' || basis === 'public_task', 'a use on legal_obligation or public_task');
  only('statement', grantOf(use) === 'words', 'a use that is turned on in words');
  only('got', use.counting !== undefined, 'a use with counting');
  only('incentive', use.incentive !== undefined, 'a use with incentive');
  only('automated', use.automated === true, 'a use with automated: true');
  if (typeof words.got?.message === 'string')
    for (const problem of compileMessage(words.got.message, gotValues).problems)
      say([...at, 'got', 'message'], problem);
  if (`${bases[basis] ?? ''} ${words.interest ?? words.law ?? ''}`.length > 2000)
    say(at, 'The sentence of its basis and of this use together have more than 2,000 characters. Shorten one.');
};

const checkCategoryWords = (category: CategoryPart, words: Loose<CategoryWords>, at: Path, check: Check): void => {
  const items = idsOf(category.items);
  checkIds(words.items, items, 'item', [...at, 'items'], check.say, check.bones);
  checkIds(words.uses, idsOf(category.uses), 'use', [...at, 'uses'], check.say, check.bones);
  if (typeof words.held === 'string')
    for (const problem of compileMessage(words.held, heldValues(items)).problems) check.say([...at, 'held'], problem);
  for (const id of idsOf(category.uses)) {
    const use = category.uses.find((one) => one.value.id === id);
    const inner = isBlock(words.uses) ? words.uses[id] : undefined;
    if (use?.sound && isBlock(inner)) checkUseWords(use.value, inner, [...at, 'uses', id], check);
  }
};

const checkBases = (bases: unknown, parts: NoticeParts, { say, bones: { settled } }: Check): void => {
  if (!isBlock(bases)) return;
  const uses = parts.categories.flatMap((category) => category.uses.filter((use) => use.sound));
  const used = new Set<string>(uses.map((use) => use.value.basis));
  const written = Object.keys(bases);
  for (const basis of used)
    if (
      !written.includes(basis) &&
      !written.some((key) => nearest(key, [basis]) && !Basis.options.some((one) => one === key))
    )
      say(['bases'], `A use rests on ${basis}, and there is no sentence for it. Add "${basis}" under bases.`);
  for (const basis of Basis.options)
    if (settled && basis in bases && !used.has(basis))
      say(['bases', basis], `No use rests on "${basis}". Remove the line.`);
};

/** One language against notice.yaml: every id has its words, no words are left over, every message can be read. */
export const checkWords = (
  file: YamlFile,
  parts: NoticeParts,
  rights: readonly string[],
  settled: boolean,
): Problem[] => {
  const problems: Problem[] = [];
  const words = (isBlock(file.value) ? file.value : {}) as Loose<AuthoredWords>;
  const say: Say = (path, message) => problems.push({ file: file.name, line: file.lineOf(path), message });
  const bones: Bones = { file: 'notice.yaml', settled };
  const check: Check = { say, bases: isBlock(words.bases) ? words.bases : {}, bones };

  checkBases(words.bases, parts, check);
  checkIds(words.rights, rights, 'right', ['rights'], say, bones);
  checkIds(words.recipients, idsOf(parts.recipients), 'recipient', ['recipients'], say, bones);
  for (const { value, sound } of parts.recipients) {
    const inner = isBlock(words.recipients) ? words.recipients[value.id] : undefined;
    if (!sound || !isBlock(inner)) continue;
    const at = ['recipients', value.id];
    if (value.copyAt !== undefined && !('safeguard' in inner))
      say(at, `"safeguard" is missing: recipient "${value.id}" has copyAt. Say how the data is protected there.`);
    if (settled && value.copyAt === undefined && 'safeguard' in inner)
      say([...at, 'safeguard'], `recipient "${value.id}" has no copyAt in notice.yaml. Add it there, or remove this.`);
  }

  checkIds(words.categories, idsOf(parts.categories), 'category', ['categories'], say, bones);
  for (const id of idsOf(parts.categories)) {
    const category = parts.categories.find((one) => one.value.id === id);
    const inner = isBlock(words.categories) ? words.categories[id] : undefined;
    if (category && isBlock(inner)) checkCategoryWords(category, inner, ['categories', id], check);
  }
  return problems;
};
