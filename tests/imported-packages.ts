import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseSync } from 'rolldown/utils';
import manifest from '../package.json' with { type: 'json' };

/** What starts when some files are run: our own files, by their path in the repository, and packages, by their name. */
export interface Reached {
  readonly files: ReadonlySet<string>;
  /** Each with a file that imports it. */
  readonly packages: ReadonlyMap<string, string>;
}

const roots = Object.entries(manifest.imports)
  .map(([from, to]): [string, string] => [from.replace('*', ''), to.replace(/^\.\/|\*/g, '')])
  .toSorted(([one], [other]) => other.length - one.length);

const isBuiltIn = (specifier: string): boolean => specifier.startsWith('node:') || builtinModules.includes(specifier);

/** The specifiers that a file really loads: what is imported as a type only is gone when it runs. */
function loadedBy(file: string): string[] {
  if (!/\.tsx?$/.test(file)) return [];
  const text = readFileSync(file, 'utf8');
  const { module } = parseSync(file, text);
  return [
    ...module.staticImports
      .filter((one) => !/^import type\b/.test(text.slice(one.start, one.end)))
      .map((one) => one.moduleRequest.value),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = /^['"](.+)['"]$/.exec(text.slice(start, end))?.[1];
      return literal === undefined ? [] : [literal];
    }),
  ];
}

/** Walks the imports from these files. `enters` says which of ours to go into; default: all. */
export function reachedFrom(entries: readonly string[], enters: (file: string) => boolean = () => true): Reached {
  const files = new Set<string>();
  const packages = new Map<string, string>();
  const visit = (file: string): void => {
    if (files.has(file) || !enters(file)) return;
    if (!existsSync(file)) throw new Error(`${file} is imported, and it is not there.`);
    files.add(file);
    for (const written of loadedBy(file)) {
      const specifier = written.replace(/\?.*$/, '');
      const root = roots.find(([prefix]) => specifier.startsWith(prefix));
      if (specifier.startsWith('.')) visit(path.posix.join(path.posix.dirname(file), specifier));
      else if (root) visit(root[1] + specifier.slice(root[0].length));
      else if (!isBuiltIn(specifier) && !specifier.startsWith('virtual:')) {
        packages.set(/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier, file);
      }
    }
  };
  entries.forEach(visit);
  return { files, packages };
}
