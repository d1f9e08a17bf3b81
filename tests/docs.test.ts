import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '..');
const pages = globSync('**/*.md', {
  cwd: root,
  exclude: (path) => /(?:^|\/)(?:node_modules|dist|test-results)$/.test(path),
})
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .toSorted((one, other) => (one.file < other.file ? -1 : 1));

const scripts = new Set(Object.keys(manifest.scripts));

/** Where links and pictures lead, those to other sites left out. */
const linked = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '').filter((to) => !/^(?:[a-z]+:|#)/.test(to));

describe('what the documents say', () => {
  test('is looked at: the pages that people begin with are among them', () => {
    const files = pages.map(({ file }) => file);
    expect(files).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/practices.md']));
    expect(pages.flatMap(({ text }) => linked(text)).length).toBeGreaterThan(20);
  });

  test.each(pages)('$file links and shows only files that are there', ({ file, text }) => {
    const missing = linked(text).filter((to) => !existsSync(join(root, dirname(file), to.replace(/#.*$/, ''))));
    expect(missing).toEqual([]);
  });

  test.each(pages)('$file names only commands that are in package.json', ({ text }) => {
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
    expect(named.filter((name) => !scripts.has(name))).toEqual([]);
  });
});
