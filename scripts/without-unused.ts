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

/** By module of the query library: what stands in its place. Its client asks these few things of them. */
const inPlace: Readonly<Record<string, string>> = {
  mutationCache: `export class MutationCache {
    findAll() { return []; }
    resumePausedMutations() { return Promise.resolve(); }
    clear() {}
  }`,
  infiniteQueryBehavior: `
    export const infiniteQueryBehavior = () => undefined;
    export const hasNextPage = () => false;
    export const hasPreviousPage = () => false;`,
};

/** The query library is used for reads alone, a page at a time: writes go through the intent engine. 2 kB. */
const queries: Plugin = {
  name: 'without-unused-of-the-queries',
  apply: 'build',
  transform: {
    filter: { id: /query-core\/build\/modern\/(?:mutationCache|infiniteQueryBehavior)\.js$/ },
    handler: (_code, id) => ({ code: inPlace[/(\w+)\.js$/.exec(id)?.[1] ?? ''] ?? '', map: null }),
  },
};

/** Leaves out of the build what libraries bring along and nobody calls. */
export const withoutUnused: readonly Plugin[] = [router, queries];
