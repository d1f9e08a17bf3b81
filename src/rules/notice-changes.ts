import type { Category, Notice, PublishedNotice } from '#contract/notice.ts';
import type { CategoryChange, NoticeChanges, UseChange } from '#contract/notice-changes.ts';
import { canonical } from './chain.ts';
import { categoryFacts } from './category-facts.ts';
import { termsIn } from './shelf.ts';
import type { NoticeTerms } from './terms.ts';
import { useFacts, type UseInNotice } from './use-facts.ts';
import { widenedBy } from './widened.ts';

/** One version of a notice, in the language that is asked for, with what decisions depend on in it. */
export interface NoticeVersion {
  readonly published: PublishedNotice;
  readonly terms: NoticeTerms;
}

/** What the newer of two lists has, in its order, each with its like in the older one, and then what went. */
const paired = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): readonly [T | null, T | null][] => [
  ...[...after].map(([id, one]): [T | null, T | null] => [before.get(id) ?? null, one]),
  ...[...before].filter(([id]) => !after.has(id)).map(([, one]): [T | null, T | null] => [one, null]),
];

/** Came, went, or there before and after; and the one of the two to tell of: the newer where there is one. */
const changeOf = <T>(before: T | null, after: T | null): { change: UseChange['change']; one: T } => {
  if (after === null) return { change: 'removed', one: before as T };
  return { change: before === null ? 'added' : 'changed', one: after };
};

const usesOf = (notice: Notice): ReadonlyMap<string, UseInNotice> =>
  new Map(
    notice.categories.flatMap((category) =>
      category.uses.map((use): [string, UseInNotice] => [use.id, { use, category, notice }]),
    ),
  );

const categoriesOf = (notice: Notice): ReadonlyMap<string, Category> =>
  new Map(notice.categories.map((category) => [category.id, category]));

/** The first day from which grants on the older notice are suspended; by the rule that suspends them. */
const suspendedBy = (use: string, older: NoticeTerms, newer: readonly NoticeVersion[]): UseChange['material'] => {
  // Nobody can have granted what was no choice.
  if (!termsIn(older, use)) return null;
  const widening = newer.filter(({ terms }) => widenedBy(use, older, terms).length > 0);
  const [first] = widening.toSorted(
    (a, b) =>
      Date.parse(a.terms.effectiveFrom) - Date.parse(b.terms.effectiveFrom) || a.terms.version - b.terms.version,
  );
  return first ? { version: first.terms.version, from: first.published.notice.effectiveFrom } : null;
};

const useChanges = (older: NoticeVersion, between: readonly NoticeVersion[], newer: NoticeVersion): UseChange[] =>
  paired(usesOf(older.published.notice), usesOf(newer.published.notice)).flatMap(([before, after]) => {
    const { change, one } = changeOf(before, after);
    const { use, category } = one;
    const facts = before && after ? [...useFacts(before, after)] : [];
    // What came or went can have no older grant that now reaches further.
    const material = before && after ? suspendedBy(use.id, older.terms, [...between, newer]) : null;
    if (change === 'changed' && facts.length === 0 && material === null) return [];
    return [{ use: use.id, category: category.id, name: use.name, change, material, facts }];
  });

const categoryChanges = (older: Notice, newer: Notice): CategoryChange[] =>
  paired(categoriesOf(older), categoriesOf(newer)).flatMap(([before, after]) => {
    const { change, one } = changeOf(before, after);
    const facts = before && after ? [...categoryFacts(before, after)] : [];
    return change === 'changed' && facts.length === 0 ? [] : [{ category: one.id, name: one.name, change, facts }];
  });

const GENERAL = ['controller', 'rights', 'recipients', 'intro', 'sources'] as const;

/**
 * What a newer version of a notice says otherwise than an older one, compared by id: facts, no sentences. `between` =
 * the versions after the older one and before the newer, for a widening suspends older grants also where it was taken
 * back since. The same version twice, or the same said again, has no changes.
 */
export function noticeChanges(
  older: NoticeVersion,
  between: readonly NoticeVersion[],
  newer: NoticeVersion,
): NoticeChanges {
  const [a, b] = [older.published, newer.published];
  return {
    since: { version: a.notice.version, hash: a.hash },
    notice: { version: b.notice.version, hash: b.hash },
    effectiveFrom: b.notice.effectiveFrom,
    categories: categoryChanges(a.notice, b.notice),
    uses: a.notice.version === b.notice.version ? [] : useChanges(older, between, newer),
    general: GENERAL.filter((part) => canonical(a.notice[part]) !== canonical(b.notice[part])),
  };
}
