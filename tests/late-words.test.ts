import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'rolldown/utils';
import { expect, test } from 'vitest';

/** A file and all that comes with it: what it imports at once, and not what it asks for later. */
function comesWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const { moduleRequest } of parseSync(file, readFileSync(file, 'utf8')).module.staticImports) {
    const to = moduleRequest.value.replace(/^#/, 'src/');
    comesWith(to.startsWith('./') ? path.posix.join(path.posix.dirname(file), to) : to, seen);
  }
  return seen;
}

const saidIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/\bmsg\(\{\s*id: '([^']+)'/g)].map(([, id = '']) => id);

const wordsOf = (catalog: string): string[] =>
  [...readFileSync(`src/i18n/locales/en/${catalog}.po`, 'utf8').matchAll(/^msgid "(.+)"$/gm)].map(([, id = '']) => id);

test('every message of the code is found, so that the test below can fail', () => {
  const files = globSync('src/**/*.strings.ts');
  const messages = files.reduce((sum, file) => sum + readFileSync(file, 'utf8').split(/\bmsg\(/).length - 1, 0);
  expect(files.flatMap(saidIn)).toHaveLength(messages);
  expect(messages).toBeGreaterThan(150);
});

test.each([
  ['src/main.tsx', ['page']],
  ['src/features/overview/category-card.tsx', ['page', 'card']],
  ['src/features/overview/year-table.tsx', ['page', 'card']],
  ['src/features/receipt/receipt-page.tsx', ['page', 'receipt']],
  ['src/features/overview/notice-changes-list.tsx', ['page', 'changes']],
  ['src/features/overview/linked-notice.tsx', ['page', 'linked']],
  ['src/features/overview/visitor-place.tsx', ['page', 'card', 'visitor']],
  ['src/features/held/held-page.tsx', ['page', 'held', 'deeds']],
  ['src/features/held/records-page.tsx', ['page', 'held', 'deeds']],
  ['src/features/safety/safety-page.tsx', ['page', 'safety']],
  ['src/features/right-now/right-now-page.tsx', ['page', 'right_now']],
  ['src/features/yourself/yourself-page.tsx', ['page', 'yourself', 'deeds']],
  ['src/features/overview/expectation.tsx', ['page', 'expectation', 'deeds']],
  ['src/features/concluded/concluded-page.tsx', ['page', 'concluded', 'deeds']],
  ['src/features/activity/activity-place.tsx', ['page', 'activity']],
  ['src/features/both-ways/both-ways-page.tsx', ['page', 'both_ways']],
  ['src/features/benefits/benefits-page.tsx', ['page', 'benefits']],
  ['src/render-page.tsx', ['page', 'served', 'card', 'visitor']],
] as const)('%s says nothing before its words are there: those of %j', (file, catalogs) => {
  const there = new Set(catalogs.flatMap(wordsOf));
  const said = [...comesWith(file)].filter((one) => one.endsWith('.strings.ts')).flatMap(saidIn);
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((id) => !there.has(id))).toEqual([]);
});

test('no words are in two catalogs', () => {
  const all = [
    'page',
    'card',
    'receipt',
    'served',
    'visitor',
    'changes',
    'linked',
    'held',
    'safety',
    'right_now',
    'deeds',
    'yourself',
    'expectation',
    'both_ways',
    'concluded',
    'activity',
    'benefits',
  ].flatMap(wordsOf);
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
});
