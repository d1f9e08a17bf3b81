import { didYouMean, nearest } from './did-you-mean.ts';
import type { Say } from './notice-parts.ts';
import type { Path } from './yaml-file.ts';

/** A part of a file as far as it is there; what is missing or misshapen was said when its shape was checked. */
export type Loose<T> = T extends object ? { readonly [K in keyof T]?: Loose<T[K]> } : T;

export const isBlock = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The file with the bones that a language file gives words to. */
export interface Bones {
  readonly file: string;
  /** It is right itself. Until it is, words without a place in it may get one when it is mended. */
  readonly settled: boolean;
}

/** One block of words by id against the ids of the bones: none may lack and none may be left over. */
export const checkIds = (
  block: unknown,
  ids: readonly string[],
  what: string,
  at: Path,
  say: Say,
  { file, settled }: Bones,
): void => {
  if (!isBlock(block)) return;
  const missing = ids.filter((id) => !(id in block));
  const where = at[0] === 'categories' && at[1] !== undefined ? `, category "${at[1]}"` : '';
  const misspelt = new Set<string>();
  for (const id of Object.keys(block).filter((key) => !ids.includes(key))) {
    const meant = nearest(id, missing);
    if (meant !== null) misspelt.add(meant);
    if (meant !== null || settled)
      say([...at, id], `There is no ${what} "${id}" in ${file}${where}. ${didYouMean(id, meant ? [meant] : ids)}`);
  }
  for (const id of missing.filter((one) => !misspelt.has(one)))
    say(at, `${what} "${id}" of ${file} has no words here. Add "${id}" under ${at.join(', ')}.`);
};
