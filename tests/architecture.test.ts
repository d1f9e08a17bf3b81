import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'rolldown/utils';
import { describe, expect, test } from 'vitest';

/** What each folder may import, beside itself. `ui`, `brand` and `i18n` know neither data nor routes. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  rules: ['contract'],
  backend: ['contract', 'rules', 'brand'],
  brand: ['contract', 'rules'],
  i18n: ['contract'],
  ui: ['i18n'],
  navigation: [],
  intents: ['contract', 'rules', 'backend', 'data'],
  data: ['contract', 'rules', 'backend'],
  features: ['contract', 'rules', 'backend', 'data', 'intents', 'ui', 'navigation', 'i18n', 'brand'],
  app: ['contract', 'rules', 'backend', 'data', 'intents', 'ui', 'i18n', 'brand', 'navigation', 'features'],
  main: ['contract', 'backend', 'app', 'mocks', 'brands'],
  'render-page': ['contract', 'backend', 'app', 'data', 'intents', 'i18n', 'brand'],
  brands: ['contract', 'rules', 'backend', 'brand'],
  mocks: ['contract', 'rules', 'backend', 'brand', 'brands', 'i18n'],
  server: ['contract', 'rules', 'backend', 'brand', 'brands', 'render-page'],
};

const roots: readonly [prefix: string, folder: string][] = [
  ['#server/', 'server/'],
  ['#mocks/', 'mocks/'],
  ['#brands/', 'brands/'],
  ['#tests/', 'tests/'],
  ['#', 'src/'],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly written: string;
}

/** The folder that says what a file may know; the few files beside the folders of src are named by themselves. */
const layerOf = (file: string): string => {
  const [root = '', second = ''] = file.split('/');
  return root === 'src' ? second.replace(/\.tsx?$/, '') : root;
};

const featureOf = (file: string): string => file.split('/')[2] ?? '';

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

const sources = globSync('{src,server,mocks,brands,tests}/**/*.{ts,tsx}')
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !file.includes('node_modules') && !file.startsWith('tests/bench/'));

function parse(file: string) {
  const text = readFileSync(file, 'utf8');
  return { text, module: parseSync(file, text).module };
}

function resolve(from: string, written: string): string | null {
  const bare = written.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(from), bare);
  const root = roots.find(([prefix]) => bare.startsWith(prefix));
  return root ? root[1] + bare.slice(root[0].length) : null;
}

const imports: Import[] = sources.flatMap((from) => {
  const { text, module } = parse(from);
  const written = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((one) => text.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1)),
  ];
  return written.flatMap((specifier) => {
    const to = resolve(from, specifier);
    return to === null ? [] : [{ from, to, written: specifier }];
  });
});

const say = ({ from, to }: Import): string => `${from} -> ${to}`;
const inProduct = (file: string): boolean => !isTest(file) && !file.startsWith('tests/');

describe('the house', () => {
  test('is looked at at all: every folder of src has files, and imports are found', () => {
    const inhabited = new Set(sources.map(layerOf));
    expect(Object.keys(mayImport).filter((layer) => !inhabited.has(layer))).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('has a rule for every folder', () => {
    const unknown = sources.filter((file) => !file.startsWith('tests/') && !(layerOf(file) in mayImport));
    expect(unknown).toEqual([]);
  });

  test('has imports in one direction only', () => {
    const wrong = imports
      .filter(({ from }) => inProduct(from))
      .filter(({ from, to }) => layerOf(to) !== layerOf(from) && !mayImport[layerOf(from)]?.includes(layerOf(to)));
    expect(wrong.map(say)).toEqual([]);
  });

  test('lets only main, and tests, load the mocks', () => {
    const wrong = imports
      .filter(({ from, to }) => layerOf(to) === 'mocks' && layerOf(from) !== 'mocks')
      .filter(({ from }) => from !== 'src/main.tsx' && inProduct(from));
    expect(wrong.map(say)).toEqual([]);
    const eager = parse('src/main.tsx').module.staticImports.filter((one) =>
      one.moduleRequest.value.startsWith('#mocks'),
    );
    expect(eager).toEqual([]);
  });

  test('enters a feature by its route, and never from another feature', () => {
    const wrong = imports
      .filter(({ to }) => layerOf(to) === 'features')
      .filter(({ from, to }) =>
        layerOf(from) === 'features'
          ? featureOf(from) !== featureOf(to)
          : inProduct(from) && !(layerOf(from) === 'app' && to.endsWith('/route.tsx')),
      );
    expect(wrong.map(say)).toEqual([]);
  });

  test('keeps React out of contract, rules and backend', () => {
    const pure = sources.filter((file) => ['contract', 'rules', 'backend'].includes(layerOf(file)) && !isTest(file));
    const wrong = pure.filter((file) =>
      parse(file).module.staticImports.some((one) =>
        /^(react|react-dom|react-router)(\/|$)/.test(one.moduleRequest.value),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps data and routes out of ui, brand and i18n', () => {
    const wrong = sources
      .filter((file) => ['ui', 'brand', 'i18n'].includes(layerOf(file)) && !isTest(file))
      .filter((file) =>
        parse(file).module.staticImports.some((one) =>
          /^(react-router|@tanstack\/react-query|zustand)(\/|$)/.test(one.moduleRequest.value),
        ),
      );
    expect(wrong).toEqual([]);
  });

  test('uses the small half of zod wherever the app reaches', () => {
    const wrong = sources
      .filter((file) => file.startsWith('src/'))
      .filter((file) => parse(file).module.staticImports.some((one) => one.moduleRequest.value === 'zod'));
    expect(wrong).toEqual([]);
  });
});

describe('a file', () => {
  test('imports # across folders and ./ within one, with its ending', () => {
    const wrong = imports.filter(
      ({ from, to, written }) =>
        written.startsWith('../') ||
        !/\.(tsx?|css|svg|po|json|yaml)$/.test(to) ||
        (written.startsWith('#') && path.posix.dirname(to) === path.posix.dirname(from)),
    );
    expect(
      wrong.filter(({ from }) => from.startsWith('src/')).map(({ from, written }) => `${from}: ${written}`),
    ).toEqual([]);
  });

  test('imports only what exists', () => {
    const wrong = imports.filter(({ to, written }) => !existsSync(to) && !written.includes('*'));
    expect(wrong.map(say)).toEqual([]);
  });

  test('is named in kebab-case, and never as a barrel or a drawer', () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.(model|strings|simulation))?(\.test|\.e2e)?\.(ts|tsx|d\.ts)$/;
    const drawer = /^(index|utils?|helpers?|types|common|misc|shared)\.tsx?$/;
    const wrong = sources.filter((file) => !name.test(path.basename(file)) || drawer.test(path.basename(file)));
    expect(wrong).toEqual([]);
  });

  test('re-exports nothing', () => {
    const wrong = sources
      .filter((file) => !file.startsWith('tests/'))
      .filter((file) =>
        parse(file).module.staticExports.some((one) => one.entries.some((entry) => entry.moduleRequest !== null)),
      );
    expect(wrong).toEqual([]);
  });

  test('sets no inline style and no markup from text, so that the strict content policy holds', () => {
    const wrong = sources.filter(
      (file) =>
        file.startsWith('src/') &&
        !isTest(file) &&
        /\bstyle=\{|\bstyle="|dangerouslySetInnerHTML/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  test('stays small enough to be read in one go', () => {
    const long = sources
      .filter((file) => inProduct(file))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 260);
    expect(long).toEqual([]);
  });
});
