import type { Plugin } from 'vite';

/**
 * The router's own build names its components after making them, for developer tools, and so keeps those in the bundle
 * that nobody uses: forms, links, prefetching. Without names, and known to be pure, they are left out: 4 kB.
 */
const router: Plugin = {
  name: 'without-unused-of-the-router',
  apply: 'build',
  transform: {
    filter: { id: /react-router\/dist\/production\/lib\/.+\.js$/ },
    handler: (code) => ({
      code: code
        .replace(/^\w+\.displayName = "\w+";$/gm, '')
        .replace(/= (?=React\$1\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ '),
      // Every line stays where it was.
      map: null,
    }),
  },
};

/** Replaces what must be there: a library that has changed stops the build and not the page. */
function replaced(code: string, id: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from))
      throw new Error(`${id} no longer has ${JSON.stringify(from)}: see scripts/without-unused.ts.`);
    return text.replaceAll(from, to);
  }, code);
}

/** By module of the query library: what becomes of it. */
const queryModules: Readonly<Record<string, (code: string, id: string) => string>> = {
  // Its client asks these few things of it: writes go through the intent engine.
  mutationCache: () => `export class MutationCache {
    findAll() { return []; }
    resumePausedMutations() { return Promise.resolve(); }
    clear() {}
  }`,
  // How lists come page by page is brought by those who watch one, who come late, and not by every query.
  query: (code, id) =>
    replaced(code, id, [
      ['import { infiniteQueryBehavior } from "./infiniteQueryBehavior.js";', ''],
      [
        '(this.#queryType === "infinite" ? infiniteQueryBehavior(this.options.pages) : this.options.behavior)',
        'this.options.behavior',
      ],
    ]),
  infiniteQueryObserver: (code, id) =>
    replaced(code, id, [
      ['import { hasNextPage,', 'import { infiniteQueryBehavior, hasNextPage,'],
      [
        'options._type = "infinite";',
        'options._type = "infinite"; options.behavior = infiniteQueryBehavior(options.pages);',
      ],
    ]),
};

const queries: Plugin = {
  name: 'without-unused-of-the-queries',
  apply: 'build',
  transform: {
    filter: { id: /query-core\/build\/modern\/(?:mutationCache|query|infiniteQueryObserver)\.js$/ },
    handler: (code, id) => ({ code: queryModules[/(\w+)\.js$/.exec(id)?.[1] ?? '']?.(code, id) ?? code, map: null }),
  },
};

/** Leaves out of the build what libraries bring along and nobody calls. */
export const withoutUnused: readonly Plugin[] = [router, queries];
