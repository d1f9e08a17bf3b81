import type * as z from 'zod/mini';
import { AuthoredAbout } from './authored-about.ts';
import { AuthoredBrand, AuthoredTheme } from './authored-brand.ts';
import { AuthoredNotice } from './authored-notice.ts';
import { AuthoredWords } from './authored-words.ts';

/**
 * The authored files of a brand and the schema of each. docs/brand-files.md explains them to the people who write
 * them; brands/schema/*.schema.json is made from here, so that an editor completes and checks while they type.
 *
 * A fact stands in one place: who the brand is in brand.yaml, ids, codes and lengths of time in notice.yaml, words in
 * languages/, what is said beside the notice in about.yaml, the look in theme.yaml and logo.svg. What can be derived is not written.
 */
export const authored = {
  brand: AuthoredBrand,
  notice: AuthoredNotice,
  about: AuthoredAbout,
  language: AuthoredWords,
  theme: AuthoredTheme,
} as const satisfies Record<string, z.ZodMiniType>;

/** The path of a language's file inside the folder of its brand. */
export const languageFile = (language: string): string => `languages/${language}.yaml`;
