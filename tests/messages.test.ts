import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'rolldown/utils';
import { expect, test } from 'vitest';

/** A message in the code: its id, and its words where they are complete as they stand. */
interface Written {
  readonly id: string;
  readonly words: string | null;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nameOf = (node: unknown): unknown => (isNode(node) ? node['name'] : null);

function writtenIn(node: unknown): Written[] {
  if (Array.isArray(node)) return node.flatMap(writtenIn);
  if (!isNode(node)) return [];
  const below = Object.values(node).flatMap(writtenIn);
  if (node['type'] !== 'CallExpression' || nameOf(node['callee']) !== 'msg') return below;
  const [given] = node['arguments'] as [{ properties: { key: Node; value: Node }[] }];
  const valueOf = (key: string): Node | undefined => given.properties.find((one) => nameOf(one.key) === key)?.value;
  const words = valueOf('message')?.['value'];
  return [...below, { id: String(valueOf('id')?.['value']), words: typeof words === 'string' ? words : null }];
}

const written = globSync('src/**/*.strings.ts').flatMap((file) =>
  writtenIn(parseSync(file, readFileSync(file, 'utf8')).program),
);

const catalog = new Map(
  [...readFileSync('src/i18n/locales/en.po', 'utf8').matchAll(/^msgid "(.+)"\nmsgstr ((?:".*"\n?)+)/gm)].map(
    ([, id = '', text = '']) => [id, JSON.parse(text.trim().replaceAll(/"\n"/g, '')) as string] as const,
  ),
);

test('every message of the code is in the catalog, which is all that a build carries: run npm run messages', () => {
  expect(written.length).toBeGreaterThan(150);
  expect(written.filter(({ id }) => !catalog.has(id))).toEqual([]);
});

test('the catalog has the words of the code, and nothing that the code does not say: run npm run messages', () => {
  const stale = written.filter(({ id, words }) => words !== null && catalog.get(id) !== words);
  expect(stale).toEqual([]);
  const ids = new Set(written.map(({ id }) => id));
  expect([...catalog.keys()].filter((id) => !ids.has(id))).toEqual([]);
});

test('no two messages share an id', () => {
  const ids = written.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
