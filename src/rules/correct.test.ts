import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Correctable } from '#contract/holdings.ts';
import { frozen } from './arbitraries.ts';
import { corrected, valueOf } from './correct.ts';
import type { HoldingRecord } from './holdings.ts';
import { NOW, record, records } from './holdings-arbitraries.ts';

type How = Pick<Correctable, 'kind' | 'options'>;

const text: How = { kind: 'text', options: null };
const number: How = { kind: 'number', options: null };
const option: How = { kind: 'option', options: ['38', '39', '40'] };

const correct = (one: HoldingRecord, how: How, value: string) => corrected(frozen(one), how, value, NOW);
const size = record('s', {
  label: 'Shoe: 39',
  data: { product: 'boot', value: '39', size: '39', says: 'Shoe: {value}' },
});

describe('a correction', () => {
  test('of a size changes the size that advice reads, and the label that says it', () => {
    expect(correct(size, option, '40')).toEqual({
      ...size,
      label: 'Shoe: 40',
      data: { ...size.data, value: '40', size: '40' },
      correctedAt: NOW,
    });
  });

  test('of a record whose label is its value changes the label', () => {
    const name = record('n', { label: 'Maya Fen', data: {} });
    expect(correct(name, text, '  Maya Fenn ')).toEqual({ ...name, label: 'Maya Fenn', correctedAt: NOW });
    const both = record('n', { label: 'Maya Fen', data: { value: 'Maya Fen' } });
    expect(correct(both, text, 'Maya Fenn')).toMatchObject({ label: 'Maya Fenn', data: { value: 'Maya Fenn' } });
  });

  test('of a record that does not tell its value yet puts it down where its label takes it from', () => {
    const shoe = record('s', { label: 'Shoe: ?', data: { says: 'Shoe: {value}' } });
    expect(valueOf(shoe)).toBeNull();
    expect(correct(shoe, option, '40')).toMatchObject({ label: 'Shoe: 40', data: { value: '40' } });
  });

  test('of a number keeps a number', () => {
    const chest = record('m', { label: 'Chest: 92 cm', data: { value: 92, says: 'Chest: {value} cm' } });
    expect(correct(chest, number, '94.50')).toMatchObject({ label: 'Chest: 94.5 cm', data: { value: 94.5 } });
    expect(correct(chest, number, '-3')).toMatchObject({ data: { value: -3 } });
  });

  test('to what stands there already is no change, however it is written', () => {
    expect(correct(size, option, '39')).toBe(size);
    const chest = record('m', { label: 'Chest: 92 cm', data: { value: 92, says: 'Chest: {value} cm' } });
    expect(correct(chest, number, '092.0')).toBe(chest);
    const name = record('n', { label: 'Maya' });
    expect(correct(name, text, ' Maya ')).toBe(name);
  });

  test('puts every value down as it was written, signs of replacement and all', () => {
    const address = record('a', { label: 'To: x', data: { value: 'x', says: 'To: {value} ({value})' } });
    expect(correct(address, text, '$& {value} $1')).toMatchObject({ label: 'To: $& {value} $1 ($& {value} $1)' });
  });

  test.each<[string, How, string, string]>([
    ['words for a number', number, 'ninety', '“ninety” is not a number. Write it in figures, like 42 or 6.5.'],
    ['a number with a comma', number, '6,5', '“6,5” is not a number.'],
    ['a number that is none to a person', number, '1e9', '“1e9” is not a number.'],
    ['a number too long to be kept', number, '1234567890123', 'is not a number.'],
    ['what is not on the list', option, '41', '“41” is not on the list. Choose one of: 38, 39, 40.'],
    ['anything, where the list is missing', { kind: 'option', options: null }, '41', 'is not on the list.'],
    ['nothing but space', text, '  ', 'The value is empty. Write what is right, or forget the record.'],
    ['what cannot be shown', text, 'a\0b', 'The value has signs that cannot be shown. Leave them out.'],
    ['half a character', text, 'a\uD83D', 'The value has signs that cannot be shown.'],
  ])('by %s is refused with a sentence that says how to mend it', (_, how, value, sentence) => {
    expect(correct(size, how, value)).toContain(sentence);
  });

  test('leaves the record what it was in all else, says the new value, and is nothing to do twice', () => {
    fc.assert(
      fc.property(records, fc.string({ minLength: 1 }), fc.boolean(), (all, value, says) => {
        for (const one of all) {
          const before = says
            ? { ...one, label: 'It is x', data: { ...one.data, value: 'x', says: 'It is {value}' } }
            : one;
          const after = correct(before, text, value);
          if (typeof after === 'string') continue;
          const { id, category, item, at, keptFor } = after;
          expect({ id, category, item, at, keptFor }).toEqual({
            id: one.id,
            category: one.category,
            item: one.item,
            at: one.at,
            keptFor: one.keptFor,
          });
          expect(valueOf(after)).toBe(value.trim());
          expect(after.label).toContain(value.trim());
          expect(corrected(after, text, value, '2027-01-01T00:00:00.000Z')).toBe(after);
        }
      }),
      { numRuns: 60 },
    );
  });
});
