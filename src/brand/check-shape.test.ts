import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { authored } from './authoring.ts';
import { checkShape } from './check-shape.ts';
import { problemLine } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const guide = readFileSync('docs/brand-files.md', 'utf8');
const examples = [
  ...guide.matchAll(/```yaml\n(# yaml-language-server: \$schema=\S*\/(\w+)\.schema\.json\n[^`]*)```/g),
].map(([, text = '', kind = '']) => ({ kind: kind as keyof typeof authored, text }));

const said = (text: string) => checkShape(readYaml('theme.yaml', text), authored.theme).problems.map(problemLine);

test('The guide shows one example of each kind of file', () => {
  expect(examples.map((example) => example.kind).toSorted()).toEqual(Object.keys(authored).toSorted());
});

test.each(examples)('The guide’s example of a $kind file is one that loads', ({ kind, text }) => {
  const file = readYaml(`${kind}.yaml`, text);
  expect([...file.problems, ...checkShape(file, authored[kind]).problems].map(problemLine)).toEqual([]);
});

test('A file whose top is a list, or a single word, is told what to write', () => {
  expect(said('- accent')).toEqual([
    'theme.yaml:1: The file is a list. Write below it accent, tint, font, radius, density.',
  ]);
  expect(said('accent')).toEqual([
    'theme.yaml:1: The file is "accent". Write below it accent, tint, font, radius, density.',
  ]);
});
