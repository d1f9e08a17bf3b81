import { expect, test } from 'vitest';
import { withChange } from '#tests/brand-files.ts';
import { loadBrand } from './load-brand.ts';
import { problemLine } from './problem.ts';

/** What was done, what stood in notice.yaml, what stands there now, and what the loader must say of notice.yaml. */
type Mistake = readonly [title: string, from: string, to: string, said: readonly string[]];

const note = '{ id: note, uses: [picks, sale], required';
const adreach = ', copyAt: https://www.plainshop.example/safeguards';
const trends = 'retention: 90 days\n        whenOff: { collection: continues, holding: kept }';

const mistakes: readonly Mistake[] = [
  [
    'a version that is no number',
    'version: 3',
    'version: three',
    ['1: "version" is "three". Write a whole number, one higher than the last published version.'],
  ],
  [
    'a day that is none',
    '2026-11-01',
    '1 November 2026',
    ['2: "effectiveFrom" is "1 November 2026". Write the day from which it holds, such as 2026-11-01.'],
  ],
  [
    'a length of time in a code',
    'retention: 6 years\n    items',
    'retention: P6Y\n    items',
    ['12: "retention" is "P6Y". Write how long it is kept, such as 6 years.'],
  ],
  [
    'a misspelt basis',
    'basis: consent',
    'basis: consnt',
    ['28: "basis" is "consnt", which is not known. Did you mean "consent"?'],
  ],
  [
    'a purpose the vocabulary has not',
    'purpose: ProvideProductRec',
    'purpose: ProductRec',
    ['27: "purpose" is "ProductRecommendations", which is not known. Did you mean "ProvideProductRecommendations"?'],
  ],
  [
    'a role that does not exist',
    'role: works_for_us',
    'role: works_for_you',
    ['6: "role" is "works_for_you", which is not known. Did you mean "works_for_us"?'],
  ],
  [
    '"yes" where "true" is meant',
    'passive: true',
    'passive: yes',
    ['49: "passive" is "yes". Write the word true, if it is noted without the customer doing anything for it.'],
  ],
  [
    'an unknown recipient',
    '[parcelly]',
    '[parcely]',
    ['20: use "deliver" names recipient "parcely", which is not in recipients. Did you mean "parcelly"?'],
  ],
  [
    'a recipient that no use names',
    '        recipients: [parcelly]\n',
    '',
    ['6: No use names recipient "parcelly". Name it in a use, or remove it.'],
  ],
  ['a recipient named twice', '[parcelly]', '[parcelly, parcelly]', ['20: "parcelly" is listed twice. Keep one.']],
  [
    'a country that does not exist',
    'works_for_us, country: GB',
    'works_for_us, country: UK',
    ['6: "UK" is not a country. Did you mean "GB"?'],
  ],
  [
    'a transfer without a safeguard',
    adreach,
    '',
    [
      '7: Data that goes to recipient "adreach" in US leaves the law’s area. Add copyAt here, and "safeguard" to its words.',
    ],
  ],
  [
    'a recipient defined twice',
    'id: panelcorp',
    'id: parcelly',
    [
      '8: There is another recipient "parcelly" above. Give this one an id of its own.',
      '43: use "sale" names recipient "panelcorp", which is not in recipients. Known: parcelly, adreach.',
    ],
  ],
  [
    'a category defined twice',
    '- id: sight',
    '- id: orders',
    ['47: There is another category "orders" above. Give this one an id of its own.'],
  ],
  [
    'a use defined twice',
    'id: trends',
    'id: deliver',
    [
      '14: item "order" names use "trends", which category "orders" has not. Known: deliver, taxes, picks, sale.',
      '34: There is another use "deliver" above. Give this one an id of its own.',
    ],
  ],
  [
    'an item defined twice',
    '{ id: note,',
    '{ id: order,',
    ['15: There is another item "order" above. Give this one an id of its own.'],
  ],
  [
    'an item that no use needs',
    note,
    '{ id: note, uses: [], required',
    ['15: "uses" has no entry. Write ids of the uses of this category that need the item; at least one.'],
  ],
  [
    'an item for an unknown use',
    note,
    '{ id: note, uses: [pick, sale], required',
    ['15: item "note" names use "pick", which category "orders" has not. Did you mean "picks"?'],
  ],
  [
    'a use without an item',
    note,
    '{ id: note, uses: [picks], required',
    ['40: No item of "orders" names use "sale". Add it to the uses of the items it needs.'],
  ],
  [
    'an item called like a value of messages',
    '{ id: eyes,',
    '{ id: latest,',
    ['53: "latest" is taken by a value of the held message. Give the item another id.'],
  ],
  [
    'plain consent for what is sensitive',
    'basis: explicit_consent',
    'basis: consent',
    ['57: "sight" is sensitive, so consent must be given in words. Write basis: explicit_consent.'],
  ],
  [
    'explicit consent by a press',
    'basis: explicit_consent',
    'basis: explicit_consent\n        grant: press',
    ['58: explicit_consent is given in words. Write grant: words, or remove the line.'],
  ],
  [
    'turning on again by a press after an opt-out',
    'signals: [sale]',
    'signals: [sale]\n        grant: press',
    ['47: After an opt-out, turning on takes two steps. Write grant: two_steps, or remove the line.'],
  ],
  [
    'an opt-out that no signal reaches',
    '        signals: [sale]\n',
    '',
    [
      '40: use "sale" runs until the customer opts out, and a browser can ask that for them. Add signals: [sale], [share] or both.',
      '43: recipient "panelcorp" pays for it, so it is a sale. Add sale to the signals of use "sale".',
    ],
  ],
  [
    'a sale without a switch',
    'recipients: [parcelly]',
    'recipients: [parcelly, panelcorp]',
    [
      '20: recipient "panelcorp" pays for it, and use "deliver" is always on. A sale needs a switch: change the basis, or take the recipient out.',
    ],
  ],
  [
    'a switch without what off changes',
    trends,
    'retention: 90 days',
    ['34: use "trends" has a switch. Add whenOff: { collection: stops or continues, holding: kept or deleted }.'],
  ],
  [
    'an off where there is no switch',
    'recipients: [parcelly]',
    'whenOff: { collection: stops, holding: kept }',
    [
      '6: No use names recipient "parcelly". Name it in a use, or remove it.',
      '20: use "deliver" rests on contract, which is always on and has no switch. Remove whenOff, or change the basis.',
    ],
  ],
  [
    'a use that looks back longer than data is kept',
    'retention: 24 months',
    'retention: 7 years',
    ['29: use "picks" looks back 7 years, and "orders" is kept 6 years. Write at most 6 years.'],
  ],
  [
    'data kept after off for longer than at all',
    'until: 30 days',
    'until: 80 months',
    ['45: until is 80 months, and "orders" is kept 6 years. Write at most 6 years.'],
  ],
  [
    'a deletion that would not happen',
    trends,
    trends.replace('kept', 'deleted'),
    [
      '39: Nothing would be deleted: use "deliver", which is always on and has no switch, needs the same items. Write kept.',
    ],
  ],
  [
    'a stop that would not happen',
    trends,
    trends.replace('continues', 'stops'),
    [
      '39: Nothing would stop: use "deliver", which is always on and has no switch, needs the same items. Write continues.',
    ],
  ],
  [
    'a benefit counted by two uses',
    'retention: 90 days',
    'retention: 90 days\n        counting: pick_ordered',
    [
      '39: "pick_ordered" is counted by use "orders.picks" already, and a benefit is counted once. Remove it here or there.',
    ],
  ],
  [
    'a counting rule that does not exist',
    'pick_ordered',
    'picks_ordered',
    ['32: "counting" is "picks_ordered", which is not known. Did you mean "pick_ordered"?'],
  ],
  [
    'a material change of a use that does not exist',
    '[orders.picks]',
    '[orders.pickz]',
    ['3: "orders.pickz" is no use with a switch. Did you mean "orders.picks"?'],
  ],
  [
    'a material change of a use without a switch',
    '[orders.picks]',
    '[orders.deliver]',
    ['3: "orders.deliver" is no use with a switch. Known: orders.picks, orders.trends, orders.sale, sight.lenses.'],
  ],
  [
    'a right that the law gives and the notice hides',
    'correct, delete',
    'delete',
    ['4: The law gives the right "correct", and the list leaves it out. Add correct.'],
  ],
  [
    'no right to change one’s mind',
    ', withdraw',
    '',
    ['4: The law gives the right "withdraw", and the list leaves it out. Add withdraw.'],
  ],
  [
    'no person to turn to after an automated decision',
    ', human_review',
    '',
    ['4: The law gives the right "human_review", and the list leaves it out. Add human_review.'],
  ],
];

test.each(mistakes)('In notice.yaml the loader names line and mend of %s', async (_, from, to, said) => {
  const result = await loadBrand(withChange('notice.yaml', from, to));
  const lines = result.ok ? ['it loaded'] : result.problems.map(problemLine);
  expect(lines.filter((line) => !line.startsWith('languages/'))).toEqual(said.map((one) => `notice.yaml:${one}`));
});

test('A mistake in notice.yaml is not said again for every word that hangs on it', async () => {
  const result = await loadBrand(withChange('notice.yaml', 'basis: explicit_consent', 'basis: consent'));
  expect(result.ok || result.problems.map((problem) => problem.file)).toEqual(['notice.yaml']);
});

test('Customers outside the law of the UK and the EEA are owed other rights, which the loader does not guess', async () => {
  const files = withChange('brand.yaml', 'jurisdictions: [GB]', 'jurisdictions: [US-CA]');
  const fewer = (files['notice.yaml'] ?? '').replace(
    'access, correct, delete, restrict, object, export, complain, withdraw, human_review',
    'access',
  );
  const result = await loadBrand({ ...files, 'notice.yaml': fewer });
  expect(result.ok || result.problems.filter((problem) => problem.file === 'notice.yaml')).toEqual([]);
});
