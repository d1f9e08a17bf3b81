import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { messages, said as saidByApp } from './app-said.ts';
import { brandFolders, englishBrands } from './brand-said.ts';
import { gradeOf, hard, highestGrade, labelsTogether, type Said } from './wording.ts';

/** Every text of a file of words, without those whose values stand in braces, and without names of others. */
const leavesOf = (part: unknown, where = ''): Said[] => {
  if (typeof part === 'string')
    return part.includes('{') || /^recipients\.\w+\.name$/.test(where) ? [] : [{ where, text: part }];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => leavesOf(inner, where === '' ? key : `${where}.${key}`));
};

const speakers: readonly (readonly [who: string, said: readonly Said[]])[] = [
  ['the app', saidByApp],
  ...englishBrands.map(({ notice, said }) => [notice.brand, said] as const),
];

describe.each(speakers)('Everything that %s says', (_, said) => {
  test(`is read at grade ${highestGrade} or lower: each text by itself, labels with those beside them`, () => {
    expect(said.length).toBeGreaterThan(100);
    expect(labelsTogether(said).length).toBeGreaterThan(0);
    expect(hard(said)).toEqual([]);
  });
});

describe('Nothing escapes the grade:', () => {
  test('every message of the app is among what is judged', () => {
    const judged = new Set(saidByApp.map(({ where }) => where));
    expect(Object.keys(messages).filter((id) => !judged.has(id))).toEqual([]);
  });

  test.each(brandFolders)('every word in %s is among what is judged', (folder) => {
    const judged = englishBrands.flatMap(({ said }) => said.map(({ text }) => text));
    const leaves = leavesOf(parse(readFileSync(`${folder}/languages/en-GB.yaml`, 'utf8')));
    expect(leaves.length).toBeGreaterThan(100);
    expect(leaves.filter(({ text }) => !judged.some((one) => one.includes(text)))).toEqual([]);
  });

  test('a hard label is caught by those beside it, and a hard sentence by itself', () => {
    const labels = Array.from({ length: 20 }, (_, at) => ({
      where: `page.${at}`,
      text: `Notification configuration ${at}`,
    }));
    expect(hard(labels)).toHaveLength(1);
    const sentence = 'Personalisation of commercial communications necessitates additional authorisation.';
    expect(gradeOf(sentence)).toBeGreaterThan(highestGrade);
    expect(hard([{ where: 'page.one', text: sentence }])).toHaveLength(1);
    expect(hard([{ where: 'page.two', text: 'We send your order to your door.' }])).toEqual([]);
  });
});
