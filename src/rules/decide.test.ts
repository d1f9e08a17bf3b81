import { describe, expect, test } from 'vitest';
import type { By, ChoiceState } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import { decide } from './decide.ts';
import { choiceState } from './effective.ts';
import { exampleNoticeTerms, exampleTerms, HASH } from './example-notice.ts';
import { newSubject, type SubjectState } from './subject.ts';
import type { NoticeTerms } from './terms.ts';

const NOW = '2026-06-01T12:00:00.000Z';
const LATER = '2026-06-02T12:00:00.000Z';

const notices: readonly NoticeTerms[] = [
  exampleNoticeTerms({ 'a.one': exampleTerms(), 'a.retired': exampleTerms({ initial: 'on' }) }),
  exampleNoticeTerms(
    {
      'a.one': exampleTerms(),
      'a.two': exampleTerms({ initial: 'on', signals: ['sale'] }),
      'a.words': exampleTerms({ grant: 'words' }),
      'a.steps': exampleTerms({ grant: 'two_steps' }),
      'a.month': exampleTerms({ lasts: 'P1M' }),
      'mail.tips': exampleTerms({ options: ['never', 'weekly', 'daily'], initial: 'daily' }),
      'mail.news': exampleTerms({ options: ['never', 'monthly', 'weekly', 'daily'], signals: ['share'] }),
    },
    { version: 2, effectiveFrom: '2026-03-01T00:00:00.000Z' },
  ),
];

const run = (state: SubjectState, items: DecisionItem[], more: { by?: By; gpc?: boolean; now?: string } = {}) =>
  decide(state, { items, by: more.by ?? 'customer', gpc: more.gpc ?? false }, notices, more.now ?? NOW);

const stored = (state: SubjectState, items: DecisionItem[], more: Parameters<typeof run>[2] = {}) => {
  const decision = run(state, items, more);
  if (!decision.stored) throw new Error(`${decision.problem}: ${decision.detail}`);
  return decision;
};

const refused = (state: SubjectState, items: DecisionItem[], more: Parameters<typeof run>[2] = {}) => {
  const decision = run(state, items, more);
  if (decision.stored) throw new Error('It was stored.');
  return decision;
};

const seen = { seq: 0, notice: 2 };
const granted = stored(newSubject, [{ choice: 'a.one', value: 'on', seen }]).state;

describe('a grant', () => {
  test('that saw what it changes is stored as one entry', () => {
    const { entry, state } = stored(newSubject, [{ choice: 'a.one', value: 'on', seen }]);
    expect(entry).toEqual({
      seq: 1,
      at: NOW,
      by: 'customer',
      notice: { version: 2, hash: HASH },
      items: [{ choice: 'a.one', value: 'on', outcome: 'applied', before: null, seq: 1, until: null, gpcAck: false }],
      raced: false,
    });
    expect(state).toEqual({
      seq: 1,
      head: null,
      signalAt: null,
      choices: {
        'a.one': {
          seq: 1,
          decided: { value: 'on', at: NOW, by: 'customer', notice: 2, until: null, gpcAck: false },
        },
      },
    });
  });

  test.each<[string, DecisionItem, string]>([
    ['without what was seen is unseen', { choice: 'a.one', value: 'on' }, 'unseen'],
    [
      'on another notice than the one in force',
      { choice: 'a.one', value: 'on', seen: { seq: 1, notice: 1 } },
      'notice_changed',
    ],
    ['on an older state of the choice is stale', { choice: 'a.one', value: 'on', seen }, 'stale'],
    [
      'on a state that is not there yet is stale',
      { choice: 'a.one', value: 'on', seen: { seq: 2, notice: 2 } },
      'stale',
    ],
    ['of what only an older notice has', { choice: 'a.retired', value: 'on', seen }, 'notice_changed'],
    ['whose words were not confirmed is unseen', { choice: 'a.words', value: 'on', seen }, 'unseen'],
    ['whose second step was not taken is unseen', { choice: 'a.steps', value: 'on', seen }, 'unseen'],
    ['whose end has passed is stale', { choice: 'a.two', value: 'on', seen, until: NOW }, 'stale'],
  ])('%s', (_, item, problem) => {
    const decision = refused(granted, [item]);
    expect(decision.problem).toBe(problem);
    expect(decision.current).toEqual([choiceState(item.choice, granted, notices, NOW, false)]);
    expect(decision.detail).toMatch(/ask again\.$/);
  });

  test.each(['a.words', 'a.steps'])('of %s is stored once confirmed', (choice) => {
    expect(stored(newSubject, [{ choice, value: 'on', seen, confirmed: true }]).entry.items[0]?.outcome).toBe(
      'applied',
    );
  });

  test('against a present signal needs to be said in full knowledge, where the signal reaches', () => {
    expect(refused(newSubject, [{ choice: 'a.two', value: 'on', seen }], { gpc: true }).problem).toBe('unseen');
    const { state, entry } = stored(newSubject, [{ choice: 'a.two', value: 'on', seen, gpcAck: true }], { gpc: true });
    expect(entry.items[0]?.gpcAck).toBe(true);
    expect(choiceState('a.two', state, notices, LATER, true).effective).toBe('on');
    expect(stored(newSubject, [{ choice: 'a.one', value: 'on', seen }], { gpc: true }).state.seq).toBe(1);
  });

  test('of what is on already is given anew, and needs to have seen it', () => {
    expect(refused(granted, [{ choice: 'a.one', value: 'on' }]).problem).toBe('unseen');
    const again = stored(granted, [{ choice: 'a.one', value: 'on', seen: { seq: 1, notice: 2 } }], { now: LATER });
    expect(again.state.choices['a.one']).toMatchObject({ seq: 2, decided: { at: LATER } });
  });

  test('of what is on by default needs to have seen it too', () => {
    expect(refused(newSubject, [{ choice: 'a.two', value: 'on' }]).problem).toBe('unseen');
  });

  test.each([
    [undefined, '2026-07-01T12:00:00.000Z'],
    ['2026-06-10T00:00:00Z', '2026-06-10T00:00:00.000Z'],
    ['2027-01-01T00:00:00.000Z', '2026-07-01T12:00:00.000Z'],
  ])('asked to last until %s, of a use that lasts a month, lapses at %s', (until, lapses) => {
    const item = { choice: 'a.month', value: 'on', seen, ...(until !== undefined && { until }) };
    const { state, entry } = stored(newSubject, [item]);
    expect(entry.items[0]?.until).toBe(lapses);
    expect(choiceState('a.month', state, notices, lapses, false)).toMatchObject({
      effective: 'off',
      why: 'expired',
      since: lapses,
    });
  });
});

describe('a withdrawal', () => {
  test('needs to have seen nothing, and is applied where nothing changes, so that it is a fence (I1, I2)', () => {
    const first = stored(newSubject, [{ choice: 'a.one', value: 'off' }]);
    const second = stored(first.state, [{ choice: 'a.one', value: 'off' }]);
    expect(second.state.choices['a.one']?.seq).toBe(2);
    expect(second.entry.items[0]).toMatchObject({ before: 'off', outcome: 'applied', seq: 2 });
    expect(refused(second.state, [{ choice: 'a.one', value: 'on', seen: { seq: 1, notice: 2 } }]).problem).toBe(
      'stale',
    );
  });

  test('is applied on any notice and any state that was seen (I1)', () => {
    const old = { seq: 77, notice: 1 };
    expect(stored(granted, [{ choice: 'a.one', value: 'off', seen: old }]).entry.items[0]?.outcome).toBe('applied');
  });

  test('is applied to what only a retired notice has (I1)', () => {
    const { state } = stored(newSubject, [{ choice: 'a.retired', value: 'off' }]);
    expect(choiceState('a.retired', state, notices, LATER, false)).toMatchObject({ effective: 'off', why: 'customer' });
  });

  test('has no end and knows of no signal, whatever is asked', () => {
    const asked = { choice: 'a.one', value: 'off', until: LATER, gpcAck: true as const };
    expect(stored(granted, [asked]).entry.items[0]).toMatchObject({ until: null, gpcAck: false });
  });

  test('to less of what is on by default has no end but the one asked for', () => {
    const less = { choice: 'mail.tips', value: 'weekly' };
    const [item] = stored(newSubject, [less]).entry.items;
    expect(item).toMatchObject({ outcome: 'applied', until: null, gpcAck: false });
    const [ended] = stored(newSubject, [{ ...less, until: LATER, gpcAck: true }]).entry.items;
    expect(ended).toMatchObject({ until: LATER, gpcAck: false });
  });

  test('to less of what was granted keeps the end and the knowledge of that grant', () => {
    const until = '2026-06-20T00:00:00.000Z';
    const mail = { choice: 'mail.news', seen, until, gpcAck: true as const };
    const daily = stored(newSubject, [{ ...mail, value: 'daily' }], { gpc: true }).state;
    const weekly = stored(daily, [{ choice: 'mail.news', value: 'weekly' }], { gpc: true });
    expect(weekly.entry.items[0]).toMatchObject({ outcome: 'applied', until, gpcAck: true });
    expect(choiceState('mail.news', weekly.state, notices, LATER, true).effective).toBe('weekly');
    expect(choiceState('mail.news', weekly.state, notices, until, true)).toMatchObject({
      effective: 'never',
      why: 'expired',
    });
    const sooner = stored(daily, [{ choice: 'mail.news', value: 'monthly', until: LATER }]);
    expect(sooner.entry.items[0]?.until).toBe(LATER);
    expect(refused(weekly.state, [{ choice: 'mail.news', value: 'daily' }]).problem).toBe('unseen');
  });
});

describe('one command with many items', () => {
  test('applies what can be applied and says what became of each (I3)', () => {
    const { entry, state } = stored(granted, [
      { choice: 'a.one', value: 'off' },
      { choice: 'a.two', value: 'on', seen: { seq: 5, notice: 2 } },
      { choice: 'a.words', value: 'on', seen },
      { choice: 'a.month', value: 'on', seen: { seq: 0, notice: 1 } },
    ]);
    expect(entry.items.map((item) => item.outcome)).toEqual(['applied', 'stale', 'unseen', 'notice_changed']);
    expect(entry.items.map((item) => item.seq)).toEqual([2, 0, 0, 0]);
    expect(entry.items.slice(1).every((item) => item.until === null && !item.gpcAck)).toBe(true);
    expect(Object.keys(state.choices)).toEqual(['a.one']);
  });

  test('leaves the seq of what was not applied, so that a stale grant does not fence off others', () => {
    const { state } = stored(newSubject, [
      { choice: 'a.one', value: 'off' },
      { choice: 'a.two', value: 'on', seen: { seq: 5, notice: 2 } },
    ]);
    expect(stored(state, [{ choice: 'a.two', value: 'on', seen }]).state.choices['a.two']?.seq).toBe(2);
  });

  const stale: DecisionItem = { choice: 'a.one', value: 'on', seen: { seq: 9, notice: 2 } };
  const changed: DecisionItem = { choice: 'a.two', value: 'on', seen: { seq: 0, notice: 1 } };
  const unseen: DecisionItem = { choice: 'a.month', value: 'on' };
  test.each<[string, DecisionItem[]]>([
    ['stale', [stale]],
    ['notice_changed', [stale, changed]],
    ['unseen', [stale, changed, unseen]],
  ])('is refused as %s where nothing could be applied', (problem, items) => {
    const decision = refused(newSubject, items);
    expect(decision.problem).toBe(problem);
    expect(decision.current.map((state: ChoiceState) => state.choice)).toEqual(items.map((item) => item.choice));
  });

  test('says that a choice had moved since it was seen, also for a withdrawal (I4)', () => {
    expect(stored(granted, [{ choice: 'a.one', value: 'off', seen: { seq: 1, notice: 2 } }]).entry.raced).toBe(false);
    expect(stored(granted, [{ choice: 'a.one', value: 'off', seen }]).entry.raced).toBe(true);
    expect(stored(granted, [{ choice: 'a.one', value: 'off' }]).entry.raced).toBe(false);
  });
});

describe('a command that cannot be judged is malformed and says how to mend it', () => {
  test.each<[string, DecisionItem[], RegExp]>([
    ['nothing named', [], /no items/],
    [
      'a choice named twice',
      [
        { choice: 'a.one', value: 'off' },
        { choice: 'a.one', value: 'off' },
      ],
      /"a.one" twice/,
    ],
    ['a choice that no notice has', [{ choice: 'z.none', value: 'off' }], /no.* choice "z.none"/i],
    ['a name that every object has', [{ choice: 'constructor', value: 'off' }], /"constructor"/],
    ['an option that the choice does not have', [{ choice: 'a.one', value: 'maybe' }], /options are off, on/],
    ['an end that is no time', [{ choice: 'a.one', value: 'on', seen, until: 'soon' }], /"until" of "a.one"/],
  ])('%s', (_, items, detail) => {
    const decision = refused(newSubject, items);
    expect(decision).toMatchObject({ problem: 'malformed', current: [] });
    expect(decision.detail).toMatch(detail);
  });

  test('no notice in force', () => {
    const decision = refused(newSubject, [{ choice: 'a.one', value: 'off' }], { now: '2020-01-01T00:00:00.000Z' });
    expect(decision).toMatchObject({ problem: 'malformed', detail: expect.stringContaining('effectiveFrom') });
  });

  test('a time that is none', () => {
    expect(refused(newSubject, [{ choice: 'a.one', value: 'off' }], { now: 'now' }).problem).toBe('malformed');
  });

  test.each(['gpc', 'agent'] as const)('a grant by %s, which can only withdraw', (by) => {
    const decision = refused(granted, [{ choice: 'a.one', value: 'on', seen: { seq: 1, notice: 2 } }], { by });
    expect(decision).toMatchObject({ problem: 'malformed', detail: expect.stringContaining('only withdraw') });
    expect(stored(granted, [{ choice: 'a.one', value: 'off' }], { by }).state.choices['a.one']?.decided?.by).toBe(by);
  });
});

describe('an option that the notice in force no longer has', () => {
  const before = exampleNoticeTerms({ 'mail.news': exampleTerms({ options: ['never', 'monthly', 'weekly'] }) });
  const after = exampleNoticeTerms(
    { 'mail.news': exampleTerms({ options: ['never', 'weekly'] }) },
    { version: 2, effectiveFrom: '2026-03-01T00:00:00.000Z' },
  );
  const both = [before, after];
  const weekly = decide(
    newSubject,
    { items: [{ choice: 'mail.news', value: 'weekly', seen }], by: 'customer', gpc: false },
    both,
    NOW,
  );

  test('can still be withdrawn to, and then the most protective option holds', () => {
    if (!weekly.stored) throw new Error(weekly.detail);
    const items = [{ choice: 'mail.news', value: 'monthly' }];
    const decision = decide(weekly.state, { items, by: 'customer', gpc: false }, both, LATER);
    if (!decision.stored) throw new Error(decision.detail);
    expect(choiceState('mail.news', decision.state, both, LATER, false).effective).toBe('never');
  });

  test('holds from the moment it was chosen, not from the day of the notice before', () => {
    if (!weekly.stored) throw new Error(weekly.detail);
    const items = [{ choice: 'mail.news', value: 'monthly' }];
    const decision = decide(weekly.state, { items, by: 'customer', gpc: false }, both, LATER);
    if (!decision.stored) throw new Error(decision.detail);
    const standing = choiceState('mail.news', decision.state, both, LATER, false);
    expect(standing).toMatchObject({ why: 'notice_changed', since: LATER });
  });

  test('is refused for good where it was the most protective one on the notice the customer read', () => {
    const renamed = { ...after, choices: { 'mail.news': exampleTerms({ options: ['none', 'weekly'] }) } };
    const items = [{ choice: 'mail.news', value: 'never' }];
    const decision = decide(newSubject, { items, by: 'customer', gpc: false }, [before, renamed], NOW);
    if (!decision.stored) throw new Error(decision.detail);
    expect(choiceState('mail.news', decision.state, [before, renamed], LATER, false)).toMatchObject({
      effective: 'none',
      why: 'customer',
      since: NOW,
    });
  });

  test('cannot be granted', () => {
    const items = [{ choice: 'mail.news', value: 'monthly', seen }];
    const decision = decide(newSubject, { items, by: 'customer', gpc: false }, both, NOW);
    expect(decision).toMatchObject({ stored: false, problem: 'notice_changed' });
  });
});
