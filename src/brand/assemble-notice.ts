import type { Notice, Use } from '#contract/notice.ts';
import type { Language } from '#contract/primitives.ts';
import type { AuthoredBrand } from './authored-brand.ts';
import type { AuthoredCategory, AuthoredNotice, AuthoredUse } from './authored-notice.ts';
import type { AuthoredWords, CategoryWords, UseWords } from './authored-words.ts';
import { grantOf } from './check-use.ts';
import { compileMessage, gotValues, heldValues } from './compile-message.ts';
import { durationOf } from './period.ts';
import { isOptional } from '#rules/options.ts';

/** Words of an id that the checks have already found. */
const wordsOf = <T>(words: Readonly<Record<string, T>>, id: string): T => {
  const found = words[id];
  if (found === undefined) throw new Error(`The words of "${id}" were not checked before the notice was put together.`);
  return found;
};

const maybe = (period: string | undefined): string | null => (period === undefined ? null : durationOf(period));

/** What "off" changes: as written for a switch; nothing where there is none. */
const whenOffOf = (use: AuthoredUse): Omit<Use['whenOff'], 'text'> =>
  use.whenOff && isOptional(use)
    ? { collection: use.whenOff.collection, holding: use.whenOff.holding, until: maybe(use.whenOff.until) }
    : { collection: 'continues', holding: 'kept', until: null };

const assembleUse = (
  use: AuthoredUse,
  category: AuthoredCategory,
  words: UseWords,
  bases: AuthoredWords['bases'],
): Use => ({
  id: `${category.id}.${use.id}`,
  name: words.name,
  purpose: use.purpose,
  why: words.why,
  basis: use.basis,
  basisText: [bases[use.basis], words.interest ?? words.law].filter(Boolean).join(' '),
  items: category.items.filter((item) => item.uses.includes(use.id)).map((item) => item.id),
  recipients: use.recipients ?? [],
  benefit: words.benefit,
  got:
    use.counting && words.got
      ? {
          counting: use.counting,
          message: compileMessage(words.got.message, gotValues).message,
          none: words.got.none,
          how: words.got.how,
        }
      : null,
  whenOff: { text: words.whenOff, ...whenOffOf(use) },
  signals: use.signals ?? [],
  automated: words.automated ?? null,
  grant: grantOf(use),
  statement: words.statement ?? null,
  lasts: maybe(use.lasts),
  retention: durationOf(use.retention),
});

const assembleCategory = (
  category: AuthoredCategory,
  words: CategoryWords,
  bases: AuthoredWords['bases'],
): Notice['categories'][number] => ({
  id: category.id,
  name: words.name,
  what: words.what,
  source: category.source,
  passive: category.passive ?? false,
  sensitive: category.sensitive ?? false,
  items: category.items.map((item) => ({
    id: item.id,
    name: wordsOf(words.items, item.id),
    uses: item.uses.map((use) => `${category.id}.${use}`),
    required: item.required,
  })),
  retention: { period: durationOf(category.retention), text: words.retention },
  storedIn: words.storedIn,
  held: compileMessage(words.held, heldValues(category.items.map((item) => item.id))).message,
  heldNone: words.heldNone,
  uses: category.uses.map((use) => assembleUse(use, category, wordsOf(words.uses, use.id), bases)),
});

/** Puts bones and words of one language together: the notice as the contract has it. All checks have passed before. */
export const assembleNotice = (
  brand: AuthoredBrand,
  notice: AuthoredNotice,
  words: AuthoredWords,
  language: Language,
): Notice => ({
  brand: brand.id,
  version: notice.version,
  language,
  effectiveFrom: notice.effectiveFrom,
  controller: { name: brand.name, ...brand.controller, phone: brand.controller.phone ?? null },
  intro: words.intro,
  sources: words.sources,
  rights: notice.rights.map((id) => ({ id, ...wordsOf(words.rights, id) })),
  recipients: notice.recipients.map((recipient) => {
    const { name, does, safeguard } = wordsOf(words.recipients, recipient.id);
    return {
      id: recipient.id,
      name,
      does,
      role: recipient.role,
      country: recipient.country,
      transfer: recipient.copyAt && safeguard ? { safeguard, copyAt: recipient.copyAt } : null,
    };
  }),
  categories: notice.categories.map((category) =>
    assembleCategory(category, wordsOf(words.categories, category.id), words.bases),
  ),
  material: notice.material ?? [],
});
