import type { Notice, Use } from '#contract/notice.ts';
import type { Language } from '#contract/primitives.ts';
import type { AuthoredBrand } from './authored-brand.ts';
import type { AuthoredCategory, AuthoredNotice, AuthoredUse } from './authored-notice.ts';
import type { AuthoredWords, CategoryWords, UseWords } from './authored-words.ts';
import { grantOf } from './check-use.ts';
import { wordsOf } from './checked-words.ts';
import { compileMessage, gotValues, heldValues } from './compile-message.ts';
import { durationOf } from './period.ts';
import { isOptional } from '#rules/options.ts';

/** What holds for every use of a brand. */
interface Around {
  readonly bases: AuthoredWords['bases'];
  readonly currency: string;
}

const maybe = (period: string | undefined): string | null => (period === undefined ? null : durationOf(period));

/** What "off" changes: as written for a switch; nothing where there is none. */
const whenOffOf = (use: AuthoredUse): Omit<Use['whenOff'], 'text'> =>
  use.whenOff && isOptional(use)
    ? { collection: use.whenOff.collection, holding: use.whenOff.holding, until: maybe(use.whenOff.until) }
    : { collection: 'continues', holding: 'kept', until: null };

/** Money as it is written, in minor units of its currency: 3.20 pounds are 320. */
const minorUnits = (value: number, currency: string): number => {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return Math.round(value * 10 ** (digits ?? 2));
};

const assembleUse = (
  use: AuthoredUse,
  category: AuthoredCategory,
  words: UseWords,
  { bases, currency }: Around,
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
  ...(use.incentive && words.incentive
    ? {
        incentive: {
          ...words.incentive,
          categories: use.incentive.categories,
          value: { amount: minorUnits(use.incentive.value, currency), currency },
        },
      }
    : {}),
});

const assembleCategory = (
  category: AuthoredCategory,
  words: CategoryWords,
  around: Around,
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
    ...(item.reads ? { reads: item.reads } : {}),
  })),
  retention: { period: durationOf(category.retention), text: words.retention },
  storedIn: words.storedIn,
  held: compileMessage(words.held, heldValues(category.items.map((item) => item.id))).message,
  heldNone: words.heldNone,
  uses: category.uses.map((use) => assembleUse(use, category, wordsOf(words.uses, use.id), around)),
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
    assembleCategory(category, wordsOf(words.categories, category.id), {
      bases: words.bases,
      currency: brand.currency,
    }),
  ),
  material: notice.material ?? [],
});
