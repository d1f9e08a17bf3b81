import { describe, expect, test } from 'vitest';
import { isOptional } from '#rules/options.ts';
import { brandFolders, englishBrands } from './brand-said.ts';
import { breaking, doubleNegative, empty, hedges, long, longestSentence, pressure } from './wording.ts';

test('Every brand speaks English, and its words are found', () => {
  expect(brandFolders.length).toBeGreaterThan(0);
  expect(new Set(englishBrands.map((one) => one.notice.brand)).size).toBe(brandFolders.length);
  for (const { said } of englishBrands) expect(said.length).toBeGreaterThan(100);
});

describe.each(englishBrands.map(({ notice, said }) => [notice.brand, said, notice] as const))(
  'The words of %s',
  (_brand, said, notice) => {
    test(`stand in sentences of ${longestSentence} words or fewer`, () => {
      expect(long(said)).toEqual([]);
    });

    test('say each fact on safety in whole sentences', () => {
      const facts = said.filter(({ where }) => where.startsWith('safety.'));
      expect(facts.length).toBeGreaterThan(3);
      expect(facts.filter(({ text }) => !/^[\p{Lu}\p{N}].*[.”]$/u.test(text))).toEqual([]);
    });

    test('do not hedge', () => expect(breaking(said, hedges)).toEqual([]));
    test('name who and what, not partners and services', () => expect(breaking(said, empty)).toEqual([]));
    test('do not push, plead or praise', () => expect(breaking(said, pressure)).toEqual([]));
    test('say nothing by two negatives', () => expect(breaking(said, doubleNegative)).toEqual([]));

    test('name every use by its own verb, and no use like another', () => {
      const names = notice.categories.flatMap((category) => category.uses.map((use) => use.name));
      expect(names).toEqual([...new Set(names)]);
      const notVerbs = /^(the|a|an|your|our|use of|personal\w*|\w+ing|\w+ion|\w+ment|\w+ity)\b/i;
      expect(names.filter((name) => notVerbs.test(name) || /[.?]$/.test(name))).toEqual([]);
    });

    test('weigh on and off alike: what you get and what changes differ by a fifth in length at most', () => {
      const uneven = notice.categories
        .flatMap((category) => category.uses)
        .filter(isOptional)
        .map(({ id, benefit, whenOff }) => ({ id, on: benefit.length, off: whenOff.text.length }))
        .filter(({ on, off }) => off < on * 0.8 || off > on * 1.2);
      expect(uneven).toEqual([]);
    });

    test('name each recipient where the reason for a use is that somebody else uses the data', () => {
      const unnamed = notice.categories
        .flatMap((category) => category.uses)
        .flatMap((use) => use.recipients.map((id) => ({ use, who: notice.recipients.find((one) => one.id === id) })))
        .filter(({ who }) => who?.role === 'for_itself' || who?.role === 'pays_for_it')
        .filter(({ use, who }) => isOptional(use) && !`${use.name} ${use.why}`.includes(who?.name ?? '?'))
        .map(({ use }) => use.id);
      expect(unnamed).toEqual([]);
    });
  },
);
