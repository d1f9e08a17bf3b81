import { BackendError } from './port.ts';
import { termsOfBrand, type PublishedBrand, type PublishedVersion } from './published-brand.ts';
import type { Input } from '#contract/contract.ts';
import type { NoticeChanges } from '#contract/notice-changes.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import type { Instant } from '#contract/primitives.ts';
import { noticeChanges, type NoticeVersion } from '#rules/notice-changes.ts';
import { noticeInForce } from '#rules/terms-of.ts';

const versionOf = (brand: PublishedBrand, version: number | 'current', now: Instant): PublishedVersion => {
  const wanted = version === 'current' ? noticeInForce(termsOfBrand(brand), now)?.version : version;
  const found = brand.notices.find((one) => one.terms.version === wanted);
  if (!found) throw new BackendError('not_found', `There is no notice ${version}.`);
  return found;
};

const inLanguage = (brand: PublishedBrand, { byLanguage }: PublishedVersion, language = ''): PublishedNotice => {
  const own = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
  const notice = own ?? byLanguage[brand.face.languages[0] as string];
  if (!notice) throw new BackendError('not_found', 'There is no such notice in a language of this brand.');
  return notice;
};

/** A notice by version, or the one in force; in the language asked for, else in the brand's first. Throws `not_found`. */
export const noticeOf = (
  brand: PublishedBrand,
  { version, language }: Input<'getNotice'>,
  now: Instant,
): PublishedNotice => inLanguage(brand, versionOf(brand, version, now), language);

/** What a notice changed since an older version of it. Throws `not_found`, and `malformed` for one that is not older. */
export const changesOf = (
  brand: PublishedBrand,
  { version, since, language }: Input<'getNoticeChanges'>,
  now: Instant,
): NoticeChanges => {
  const [older, newer] = [versionOf(brand, since, now), versionOf(brand, version, now)];
  const [from, to] = [older.terms.version, newer.terms.version];
  if (from > to) {
    throw new BackendError('malformed', `since: notice ${from} is newer than notice ${to}. Ask the other way round.`);
  }
  const told = (one: PublishedVersion): NoticeVersion => ({
    terms: one.terms,
    published: inLanguage(brand, one, language),
  });
  const between = brand.notices.filter(({ terms }) => terms.version > from && terms.version < to);
  return noticeChanges(told(older), between.map(told), told(newer));
};
