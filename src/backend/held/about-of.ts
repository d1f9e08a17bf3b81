import type { PublishedBrand } from '#backend/published-brand.ts';
import type { About } from '#contract/about.ts';

/** What a brand says beside its notice, in the language asked for, else in its first; null = nothing. */
export const aboutOf = ({ about, face }: PublishedBrand, language = ''): About | null =>
  (Object.hasOwn(about, language) ? about[language] : undefined) ?? about[face.languages[0] as string] ?? null;
