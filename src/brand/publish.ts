import type { PublishedNotice } from '#contract/notice.ts';
import { canonical } from '#rules/chain.ts';
import type { EditedNotice, LoadedBrand } from './load-brand.ts';
import type { Problem } from './problem.ts';

/** What publishing a loaded brand means, given what is published already. */
export type Publication =
  /** Every word is published already; nothing to do. */
  | { readonly kind: 'same' }
  /** To be stored: a new version in all its languages, or a language added to the version in force. */
  | { readonly kind: 'new'; readonly notices: readonly EditedNotice[] }
  /** The files would alter what customers have decided on. The last good version stays in force. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Compares a loaded brand with its published notices (all versions, all languages, in any order). A published notice is
 * never altered: other words need a higher version.
 */
export const publicationOf = (
  published: readonly PublishedNotice[],
  brand: Pick<LoadedBrand, 'notices'> & Partial<Pick<LoadedBrand, 'versionLine'>>,
): Publication => {
  const edited = Object.values(brand.notices);
  const version = edited[0]?.notice.version ?? 0;
  const newest = Math.max(0, ...published.map(({ notice }) => notice.version));
  const refused = (why: string): Publication => ({
    kind: 'refused',
    problem: { file: 'notice.yaml', line: brand.versionLine ?? 1, message: `${why} Write version: ${newest + 1}.` },
  });
  if (version < newest) return refused(`Version ${newest} is published already, and ${version} is older.`);
  if (version > newest) return { kind: 'new', notices: edited };

  const before = new Map(
    published.filter(({ notice }) => notice.version === version).map((one) => [one.notice.language, one]),
  );
  for (const { notice, hash } of edited) {
    const known = before.get(notice.language);
    if (known && canonical(known.notice) !== canonical(notice))
      return refused(`Version ${version} is published already with other content in ${notice.language}.`);
    if (!known && [...before.values()].some((one) => one.hash !== hash))
      return refused(`Version ${version} is published already with other content.`);
  }
  const added = edited.filter(({ notice }) => !before.has(notice.language));
  return added.length > 0 ? { kind: 'new', notices: added } : { kind: 'same' };
};
