import type { BrandEdition } from '#backend/published-brand.ts';
import type { Notice } from '#contract/notice.ts';
import type { Day } from '#contract/primitives.ts';
import { canonical, digest } from '#rules/chain.ts';

/** The edition that follows one: its notice changed, with the next version, in force from a day on. */
export async function nextEdition(
  edition: BrandEdition,
  change: (notice: Notice) => Notice,
  effectiveFrom: Day,
): Promise<BrandEdition> {
  const changed = Object.entries(edition.notices).map(([language, { notice }]) => {
    const next: Notice = { ...change(notice), version: notice.version + 1, effectiveFrom };
    return [language, next] as const;
  });
  const first = changed.find(([language]) => language === edition.face.languages[0])?.[1];
  if (!first) throw new Error(`Brand "${edition.face.id}" has no notice in its first language.`);
  const hash = await digest(canonical(first));
  return {
    ...edition,
    notices: Object.fromEntries(changed.map(([language, notice]) => [language, { notice, hash }])),
  };
}
