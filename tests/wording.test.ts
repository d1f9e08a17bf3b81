import { describe, expect, test } from 'vitest';
import { breaking, doubleNegative, empty, gradeOf, hedges, highestGrade, pressure } from './wording.ts';

describe('The rules of wording', () => {
  test.each([
    ['We may share this.', hedges],
    ['We show it to partners.', empty],
    ['Are you sure you want this?', pressure],
    ['We do not sell it without a yes.', doubleNegative],
  ])('catch "%s"', (text, rule) => expect(breaking([{ where: '', text }], rule)).toHaveLength(1));

  test('let the month of May stand, and one negative', () => {
    expect(breaking([{ where: '', text: 'Held since 3 May 2026.' }], hedges)).toEqual([]);
    expect(breaking([{ where: '', text: 'You see ads that are not about you.' }], doubleNegative)).toEqual([]);
  });

  test('grade a lawyer’s sentence above what anybody reads with ease', () => {
    const legal =
      'Your information is processed pursuant to legitimate commercial interests of affiliated organisations.';
    expect(gradeOf(legal)).toBeGreaterThan(highestGrade);
    expect(gradeOf('We send your order to your door.')).toBeLessThan(highestGrade);
  });
});
