import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of brands: those that say who the brand is. In the order of their names. */
export function brandFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'brand.yaml')))
    .map((entry) => entry.name)
    .toSorted();
}

/** The authored files of a brand, by their path inside its folder. Its demo is code and not among them. */
export function readBrandFiles(folder: string): Record<string, string> {
  const names = [
    ...readdirSync(folder).filter((name) => /\.(?:yaml|svg)$/.test(name)),
    ...(existsSync(join(folder, 'languages'))
      ? readdirSync(join(folder, 'languages'))
          .filter((name) => name.endsWith('.yaml'))
          .map((name) => `languages/${name}`)
      : []),
  ];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
