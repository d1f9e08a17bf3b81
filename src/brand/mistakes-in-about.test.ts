import { describe, expect, test } from 'vitest';
import { brandFiles, withChange } from '#tests/brand-files.ts';
import { loadBrand } from './load-brand.ts';
import { problemLine } from './problem.ts';

const problemsOf = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const result = await loadBrand(files);
  return result.ok ? ['it loaded'] : result.problems.map(problemLine);
};

/** What was done, what stood there, what stands there now, and everything the loader must say. */
type Mistake = readonly [title: string, from: string, to: string, said: readonly string[]];

const rooms = 'item: orders.note, uses: [orders.picks], options: [bath, hall]';

describe('In about.yaml the loader names line and mend of', () => {
  const mistakes: readonly Mistake[] = [
    [
      'a misspelt key',
      'visits: orders.note',
      'visit: orders.note',
      ['2: "visit" is not a key that is known here. Did you mean "visits"?'],
    ],
    [
      'a missing key',
      'backups: 30 days\n',
      '',
      ['1: "backups" is missing. Write how long backups keep what was removed, such as 30 days.'],
    ],
    [
      'an item that is not there',
      'visits: orders.note',
      'visits: orders.notes',
      ['2: "orders.notes" is no item of notice.yaml. Did you mean "orders.note"?'],
    ],
    [
      'one item for conclusions and for what is forbidden',
      'forbidden: orders.order',
      'forbidden: orders.note',
      ['3: What is forbidden needs an item of its own. Name another item.'],
    ],
    [
      'an item put right in two ways',
      'item: sight.eyes, kind: option, options: [weak, strong]',
      'item: orders.note, kind: text',
      ['6: There is another entry for item "orders.note" above. Keep one.'],
    ],
    [
      'options to correct by, where anything can be written',
      'kind: option, options: [weak, strong]',
      'kind: text, options: [weak, strong]',
      ['6: "options" is only for kind option. Remove it, or change the kind.'],
    ],
    [
      'nothing to choose a correction from',
      ', options: [weak, strong]',
      '',
      ['6: "options" is missing. It is needed for kind option. Add it.'],
    ],
    [
      'a use whose events say nothing',
      '  orders.trends: {}\n',
      '',
      ['7: What is done under use "orders.trends" is not told. Add orders.trends: { } with the values of its events.'],
    ],
    [
      'events of a use that is not there',
      '  orders.trends: {}',
      '  orders.trends: {}\n  orders.wishes: {}',
      [
        '12: "orders.wishes" is no use of notice.yaml. Known: orders.deliver, orders.taxes, orders.picks, orders.trends, orders.sale, sight.lenses.',
      ],
    ],
    [
      'a value of no kind',
      '{ amount: money }',
      '{ amount: pounds }',
      ['9: "amount" is "pounds", which is not known. Known: number, money, date, text.'],
    ],
    [
      'a question that no use reads',
      rooms,
      rooms.replace('orders.picks', 'orders.deliver'),
      ['15: use "orders.deliver" does not need item "orders.note". Known: orders.picks, orders.sale.'],
    ],
    ['a question asked twice', 'id: spend', 'id: rooms', ['16: There is another question "rooms" above. Keep one.']],
    [
      'a question without answers to choose from',
      ', options: [bath, hall]',
      '',
      ['15: "options" is missing. It is needed for kinds single, multiple and size. Add it.'],
    ],
    [
      'an answer that can be chosen twice',
      'options: [bath, hall]',
      'options: [bath, hall, bath]',
      ['15: "bath" is listed twice. Keep one.'],
    ],
    [
      'a scale that ends where it begins',
      'max: 5',
      'max: 1',
      ['16: The scale ends at 1, where it begins. Write a higher max.'],
    ],
    [
      'an answer that outlives what it is kept with',
      'lasts: 2 years',
      'lasts: 3 years',
      ['17: An answer lasts 3 years, and "sight" is kept 2 years. Write at most 2 years.'],
    ],
    [
      'two facts on the same',
      'category: sight, asOf: 2026-10-02',
      'asOf: 2026-10-02',
      ['20: There is another fact on "all" above. Keep one.'],
    ],
    [
      'a day that is none',
      'asOf: 2026-10-01',
      'asOf: October',
      ['19: "asOf" is "October". Write the day on which you last checked it, such as 2026-11-01.'],
    ],
    [
      'an incident that was found before it was there',
      'found: 2026-01-03',
      'found: 2026-01-01',
      ['22: "found" is 2026-01-01, before "from", 2026-01-02. Write a day on or after it.'],
    ],
    [
      'an incident in data that is not there',
      'categories: [sight]',
      'categories: [sigh]',
      ['22: "sigh" is no category of notice.yaml. Did you mean "sight"?'],
    ],
  ];
  test.each(mistakes)('%s', async (_, from, to, said) => {
    const found = await problemsOf(withChange('about.yaml', from, to));
    expect(found.filter((line) => line.startsWith('about.yaml'))).toEqual(said.map((line) => `about.yaml:${line}`));
  });
});

describe('Of the words of about.yaml the loader names line and mend of', () => {
  const words = 'languages/en-GB.yaml';
  const mistakes: readonly Mistake[] = [
    [
      'a sentence with a value that no event has',
      'Order {order} left',
      'Order {number} left',
      ['86: The message names "{number}", which is no value here. Known: order, day.'],
    ],
    [
      'a day written as a number',
      '{day, date}',
      '{day, number}',
      ['86: "{day}" cannot be written like that. Write {day, date} or {day, date, month}.'],
    ],
    [
      'a use without its sentence',
      '    orders.trends: We counted.\n',
      '',
      ['85: use "orders.trends" of about.yaml has no words here. Add "orders.trends" under about, events.'],
    ],
    [
      'a category missing from the picture',
      '    sight: "You see by {eyes}."\n',
      '',
      ['92: category "sight" of notice.yaml has no words here. Add "sight" under about, portrait.'],
    ],
    [
      'a value the picture has not',
      'You see by {eyes}',
      'You see by {lenses}',
      [
        '94: The message names "{lenses}", which is no value here. Known: count, oldest, newest, latest, eyes, eyes_count.',
      ],
    ],
    [
      'an answer without words',
      'options: { bath: Bath, hall: Hall }',
      'options: { bath: Bath }',
      ['96: option "hall" of about.yaml has no words here. Add "hall" under about, questions, rooms, options.'],
    ],
    [
      'words for a scale that is none',
      'changes: Lenses that fit. }',
      'changes: Lenses that fit., scale: { low: Weak, high: Strong } }',
      ['98: "scale" has no place here. A question of kind size has none. Remove it.'],
    ],
    [
      'a scale without words',
      ', scale: { low: Little, high: Much }',
      '',
      ['97: "scale" is missing. Question "spend" has one in about.yaml. Add it.'],
    ],
    [
      'a fact on safety that its list cut at a comma',
      'measures: [It is locked twice.]',
      'measures: [It is locked, since it is yours.]',
      ['101: “It is locked” has no full stop. Write a sentence; one with a comma in it stands on a line of its own.'],
    ],
    [
      'a misspelt incident',
      'open_door: {',
      'open_dor: {',
      ['103: There is no incident "open_dor" in about.yaml. Did you mean "open_door"?'],
    ],
    [
      'a block that is missing',
      '  incidents:\n    open_door: { what: A door stood open., done: We shut it. }\n',
      '',
      ['84: "incidents" is missing: about.yaml has incidents. Add their words.'],
    ],
  ];
  test.each(mistakes)('%s', async (_, from, to, said) => {
    expect(await problemsOf(withChange(words, from, to))).toEqual(said.map((line) => `${words}:${line}`));
  });

  test('a file that is missing, and words that are missing, each by itself', async () => {
    const { 'about.yaml': _, ...without } = brandFiles;
    expect(await problemsOf(without)).toEqual(
      ['cy', 'en-GB'].map(
        (tag) =>
          `languages/${tag}.yaml:84: "about" has no place here: the brand has no about.yaml. Add that file, or remove this block.`,
      ),
    );
    const [before = ''] = (brandFiles[words] ?? '').split('about:\n');
    expect(await problemsOf({ ...brandFiles, [words]: before })).toEqual([
      `${words}:1: "about" is missing: the brand has an about.yaml. Add its words as docs/brand-files.md shows.`,
    ]);
  });
});

test('A brand with neither says nothing beside its notice, and one with both says it in each language', async () => {
  const { 'about.yaml': _, ...without } = brandFiles;
  const bare = Object.entries(without).map(([path, text]) => [path, text.split('about:\n')[0] ?? '']);
  const loaded = await loadBrand(Object.fromEntries(bare) as Record<string, string>);
  expect(loaded.ok && loaded.brand.about).toEqual({});
  const whole = await loadBrand(brandFiles);
  if (!whole.ok) throw new Error(whole.problems.map(problemLine).join('\n'));
  expect(Object.keys(whole.brand.about)).toEqual(['en-GB', 'cy']);
  expect(whole.brand.about['cy']).toMatchObject({
    backups: 'P30D',
    visits: 'orders.note',
    correctable: { 'orders.note': { kind: 'text', options: null } },
    events: { 'orders.deliver': ['Order ', ['order'], ' left on ', ['day', 'date', 'long'], '.'] },
    questions: [
      { id: 'rooms', category: 'orders', item: 'note', options: [{ id: 'bath', label: 'Bath' }, {}], scale: null },
      { id: 'spend', options: [], scale: { min: 1, max: 5, low: 'Little', high: 'Much' }, lasts: 'P1Y' },
      { id: 'strength', options: [{ id: '1', label: '1' }, {}] },
    ],
    safety: [
      { category: null, asOf: '2026-10-01' },
      { category: 'sight', measures: ['It is locked twice.'] },
    ],
    incidents: [{ id: 'open_door', told: '2026-01-04', what: 'A door stood open.' }],
  });
});
