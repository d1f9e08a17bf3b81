import { expect, test } from 'vitest';
import type { ChangeFact, NoticeChanges, UseChange } from '#contract/notice-changes.ts';
import { changesOf } from './changes.model.ts';
import { english } from './example-facts.ts';

const hash = '0'.repeat(64);

const fact = (kind: ChangeFact['kind'], way: ChangeFact['way'], more: Partial<ChangeFact> = {}): ChangeFact => ({
  kind,
  way,
  id: null,
  name: null,
  before: null,
  after: null,
  ...more,
});

const use = (name: string, facts: readonly ChangeFact[], more: Partial<UseChange> = {}): UseChange => ({
  use: `club.${name}`,
  category: 'club',
  name,
  change: 'changed',
  material: null,
  facts: [...facts],
  ...more,
});

const changes = (more: Partial<NoticeChanges>): NoticeChanges => ({
  since: { version: 1, hash },
  notice: { version: 2, hash },
  effectiveFrom: '2026-11-20',
  categories: [],
  uses: [],
  general: [],
  ...more,
});

const said = (...facts: readonly ChangeFact[]): readonly string[] | undefined =>
  changesOf(english, changes({ uses: [use('Ads', facts)] }))[0]?.facts;

test('each way in which a use reaches further has its words', () => {
  expect(said(fact('recipient', 'widened', { id: 'adreach', name: 'Adreach' }))).toEqual([
    'Now also shared with Adreach.',
  ]);
  expect(said(fact('country', 'widened', { id: 'DE' }))).toEqual(['It now also goes to: Germany.']);
  expect(said(fact('retention', 'widened', { before: 'P1Y', after: 'P2Y' }))).toEqual([
    'Kept 2 years instead of 1 year.',
  ]);
  expect(said(fact('basis', 'widened', { before: 'consent', after: 'legitimate_interest' }))).toEqual([
    'The rule is now our interest, unless you object. It was your yes.',
  ]);
  expect(said(fact('automated', 'widened'))).toEqual(['A machine now decides, not a person.']);
});

test('what reaches less far is said, too', () => {
  expect(said(fact('item', 'narrowed', { id: 'sizes', name: 'Sizes' }))).toEqual(['No longer uses: Sizes.']);
  expect(said(fact('automated', 'narrowed'))).toEqual(['A machine no longer decides alone.']);
});

test('what asks for a new yes comes first, and what came or went is said as a whole', () => {
  const material = { version: 2, from: '2026-11-20' };
  const uses = [
    use('Old', [], { change: 'removed' }),
    use('New', [], { change: 'added' }),
    use('Ads', [fact('purpose', 'changed')], { material }),
  ];
  expect(changesOf(english, changes({ uses })).map(({ about, facts }) => [about, ...facts])).toEqual([
    ['Ads', 'It is used for another purpose.'],
    ['Old', 'This is no longer done.'],
    ['New', 'This is new.'],
  ]);
});

test('many changed words are one sentence, and no change is said to be none', () => {
  expect(said(fact('words', 'reworded', { id: 'why' }), fact('words', 'reworded', { id: 'benefit' }))).toEqual([
    'Some words have changed.',
  ]);
  expect(changesOf(english, changes({})).map(({ about }) => about)).toEqual(['Both notices say the same.']);
});
