import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build made, by what it was made from. */
export type Manifest = Readonly<
  Record<string, { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] }>
>;

/** A piece and all that comes with it. */
const withAll = (manifest: Manifest, source: string, seen: Set<string>): Set<string> => {
  if (seen.has(source)) return seen;
  seen.add(source);
  for (const one of manifest[source]?.imports ?? []) withAll(manifest, one, seen);
  return seen;
};

/**
 * The style sheets that come late with the pages of a feature (its folder in src/features), as one text. `first` is the
 * sheet that is there already.
 */
export function lateLooks(folder: string, manifest: Manifest, first: string): (feature: string) => string {
  const known = new Map<string, string>();
  const read = (feature: string): string => {
    const pieces = new Set<string>();
    for (const source of Object.keys(manifest))
      if (source.startsWith(`src/features/${feature}/`)) withAll(manifest, source, pieces);
    const sheets = new Set([...pieces].flatMap((source) => manifest[source]?.css ?? []));
    sheets.delete(first);
    return [...sheets].map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('');
  };
  return (feature) => {
    const looks = known.get(feature) ?? read(feature);
    known.set(feature, looks);
    return looks;
  };
}
