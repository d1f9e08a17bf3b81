import { describe, expect, test } from 'vitest';
import { frozen } from './arbitraries.ts';
import type { HoldingRecord } from './holdings.ts';
import { about, holding, notice, NOW, record } from './holdings-arbitraries.ts';
import { portraitOf } from './portrait.ts';

const speaking = {
  ...about,
  portrait: { sizes: 'You wear {shoe}.', interests: '{interest}.', account: 'You are {name}.' },
};
const portrait = (records: readonly HoldingRecord[]) => portraitOf(frozen(holding(records)), notice, speaking, NOW);

const concluded = (id: string, topic: string, more: HoldingRecord['data'] = {}): HoldingRecord =>
  record(id, {
    category: 'interests',
    item: 'interest',
    label: `About ${topic}`,
    data: { topic, confidence: 'sure', lapses: '2027-06-01T12:00:00.000Z', ...more },
  });

describe('the combined picture', () => {
  test('has the brand’s sentence for each category with something held, marked by its source', () => {
    expect(portrait([concluded('c', 'garden'), record('a', { label: 'Shoe 39' })])).toEqual([
      {
        category: 'sizes',
        source: 'observed',
        text: 'You wear {shoe}.',
        values: {
          shoe_count: 1,
          shoe: 'Shoe 39',
          latest: 'Shoe 39',
          count: 1,
          oldest: '2026-03-01T12:00:00.000Z',
          newest: '2026-03-01T12:00:00.000Z',
        },
      },
      expect.objectContaining({ category: 'interests', source: 'concluded', text: '{interest}.' }),
    ]);
  });

  test('is empty where nothing is held, and where the brand has no sentence', () => {
    expect(portrait([])).toEqual([]);
    expect(portrait([record('m', { category: 'messages', item: 'message' })])).toEqual([]);
  });

  test('does not speak of what is kept for the law alone, nor of an answer that has expired', () => {
    expect(portrait([record('a', { keptFor: ['sizes.law'] })])).toEqual([]);
    expect(portrait([record('a', { data: { question: 'shoe', value: '39', expires: NOW } })])).toEqual([]);
    expect(portrait([record('a', { data: { expires: '2026-11-22T14:02:00.001Z' } })])).toHaveLength(1);
  });

  test('says no conclusion that is wrong, has lapsed, or is forbidden', () => {
    const never = record('n', {
      category: 'interests',
      item: 'never',
      label: 'You expect a child',
      data: { topic: 'nursery', forbidden: true },
    });
    const silent = [
      concluded('w', 'study', { verdict: 'wrong' }),
      concluded('l', 'kitchen', { lapses: NOW }),
      concluded('f', 'nursery'),
      never,
    ];
    expect(portrait(silent)).toEqual([]);
    expect(portrait([...silent, concluded('g', 'garden')])).toMatchObject([
      { values: { count: 1, interest: 'About garden' } },
    ]);
  });
});
