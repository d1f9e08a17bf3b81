import { describe, expect, test } from 'vitest';
import type { Decided } from '#contract/choices.ts';
import { choicesOf, choiceState } from './effective.ts';
import { exampleNoticeTerms, exampleScope, exampleTerms, HASH } from './example-notice.ts';
import { newSubject, type SubjectState } from './subject.ts';
import type { ChoiceTerms } from './terms.ts';
import { isGrant } from './options.ts';

const NOW = '2026-06-01T12:00:00.000Z';
const AT = '2026-02-01T12:00:00.000Z';

const onRecord = (more: Partial<Decided> = {}, signalAt: string | null = null): SubjectState => ({
  seq: 4,
  head: HASH,
  signalAt,
  choices: {
    'a.one': {
      seq: 3,
      decided: { value: 'on', at: AT, by: 'customer', notice: 1, until: null, gpcAck: false, ...more },
    },
  },
});

const standing = (state: SubjectState, terms: Partial<ChoiceTerms> = {}, gpc = false, now = NOW) => {
  const notices = [exampleNoticeTerms({ 'a.one': exampleTerms(terms) })];
  const { effective, why, since } = choiceState('a.one', state, notices, now, gpc);
  return { effective, why, since };
};

describe('a move between options', () => {
  const frequency = { options: ['never', 'monthly', 'weekly', 'daily'] };
  test.each([
    ['weekly', 'daily', true],
    ['weekly', 'weekly', true],
    ['weekly', 'monthly', false],
    ['weekly', 'never', false],
    ['never', 'never', false],
    ['gone', 'monthly', true],
    ['gone', 'never', false],
    ['weekly', 'hourly', true],
  ])('from %s to %s is a grant: %s', (from, to, grant) => {
    expect(isGrant(frequency, from, to)).toBe(grant);
  });
});

describe('before anyone decides', () => {
  test('what the notice says is true, since ever, and it is nobody’s decision', () => {
    expect(standing(newSubject)).toEqual({ effective: 'off', why: 'default', since: null });
    expect(standing(newSubject, { initial: 'on' })).toEqual({ effective: 'on', why: 'default', since: null });
    const state = choiceState('a.one', newSubject, [exampleNoticeTerms({ 'a.one': exampleTerms() })], NOW, false);
    expect(state).toMatchObject({ decided: null, seq: 0 });
  });

  test('a browser signal overrides it, since the signal is on record', () => {
    const terms = { initial: 'on', signals: ['sale'] as const };
    expect(standing(newSubject, terms, true)).toEqual({ effective: 'off', why: 'signal', since: null });
    const known = { ...newSubject, signalAt: AT };
    expect(standing(known, terms, true)).toEqual({ effective: 'off', why: 'signal', since: AT });
    expect(standing(known, terms, false)).toEqual({ effective: 'on', why: 'default', since: null });
  });

  test('a browser signal does not touch what it does not name', () => {
    expect(standing(newSubject, { initial: 'on', signals: [] }, true).effective).toBe('on');
  });
});

describe('once decided', () => {
  test.each(['customer', 'agent', 'guardian', 'gpc'] as const)('the value holds, and %s is why', (by) => {
    expect(standing(onRecord({ value: 'off', by }))).toEqual({ effective: 'off', why: by, since: AT });
  });

  test('a grant lapses at its moment, not before, and falls back to the most protective option', () => {
    const until = '2026-06-01T12:00:00.000Z';
    expect(standing(onRecord({ until }), {}, false, '2026-06-01T11:59:59.999Z').effective).toBe('on');
    expect(standing(onRecord({ until }), { initial: 'on' })).toEqual({
      effective: 'off',
      why: 'expired',
      since: until,
    });
  });

  test('a refusal has no end', () => {
    expect(standing(onRecord({ value: 'off', until: AT }))).toMatchObject({ effective: 'off', why: 'customer' });
  });
});

describe('with a browser signal present', () => {
  const terms = { signals: ['share'] as const };

  test('a grant that did not know of it is not in force', () => {
    expect(standing(onRecord({}, AT), terms, true)).toEqual({ effective: 'off', why: 'signal', since: AT });
  });

  test('a grant in full knowledge of it is', () => {
    expect(standing(onRecord({ gpcAck: true }), terms, true)).toMatchObject({ effective: 'on', why: 'customer' });
    expect(standing(onRecord({ gpcAck: true, by: 'guardian' }), terms, true).effective).toBe('on');
  });

  test('nothing the signal itself recorded can be a grant', () => {
    expect(standing(onRecord({ gpcAck: true, by: 'gpc' }), terms, true).effective).toBe('off');
  });

  test('what is off already keeps the reason it has', () => {
    expect(standing(onRecord({ value: 'off' }), terms, true).why).toBe('customer');
    expect(standing(onRecord({ value: 'off', by: 'gpc' }), terms, true).why).toBe('gpc');
  });
});

describe('under a newer notice', () => {
  const wide = exampleTerms({ scope: { ...exampleScope, countries: ['GB', 'US'] } });
  const first = exampleNoticeTerms({ 'a.one': exampleTerms() });
  const second = exampleNoticeTerms({ 'a.one': wide }, { version: 2, effectiveFrom: '2026-05-01T00:00:00.000Z' });
  const under = (state: SubjectState, later: ChoiceTerms) => {
    const choices = { 'a.one': later };
    return choiceState('a.one', state, [first, { ...second, choices }], NOW, false);
  };

  test('a grant that it widened is suspended since its day', () => {
    expect(under(onRecord(), wide)).toMatchObject({
      effective: 'off',
      why: 'notice_changed',
      since: second.effectiveFrom,
    });
  });

  test('a grant that it did not widen stands', () => {
    expect(under(onRecord(), exampleTerms())).toMatchObject({ effective: 'on', why: 'customer', since: AT });
  });

  test('a refusal is a refusal still, and nobody is asked again', () => {
    expect(under(onRecord({ value: 'off' }), wide)).toMatchObject({ effective: 'off', why: 'customer', since: AT });
    const renamed = exampleTerms({ options: ['never', 'off', 'on'], initial: 'off' });
    expect(under(onRecord({ value: 'off' }), renamed)).toMatchObject({
      effective: 'never',
      why: 'customer',
      since: AT,
    });
  });

  test('a grant of an option that is gone falls back', () => {
    expect(under(onRecord(), exampleTerms({ options: ['never', 'weekly'] }))).toMatchObject({
      effective: 'never',
      why: 'notice_changed',
      since: second.effectiveFrom,
    });
  });

  test('whichever came first, its lapse or the change, is the reason', () => {
    const before = onRecord({ until: '2026-04-01T00:00:00.000Z' });
    const after = onRecord({ until: '2026-05-02T00:00:00.000Z' });
    expect(under(onRecord({ until: second.effectiveFrom }), wide).why).toBe('expired');
    expect(under(before, wide)).toMatchObject({ why: 'expired', since: '2026-04-01T00:00:00.000Z' });
    expect(under(after, wide)).toMatchObject({ why: 'notice_changed', since: second.effectiveFrom });
  });

  test('a choice that it no longer has is at its most protective option, whatever was decided', () => {
    const notices = [first, { ...second, choices: {} }];
    expect(choiceState('a.one', onRecord(), notices, NOW, false)).toMatchObject({
      effective: 'off',
      why: 'notice_changed',
      since: second.effectiveFrom,
    });
    const asked = exampleNoticeTerms({ 'a.one': exampleTerms({ initial: 'on' }) });
    expect(choiceState('a.one', newSubject, [asked, { ...second, choices: {} }], NOW, false).effective).toBe('off');
    expect(choiceState('z.unknown', newSubject, notices, NOW, true)).toMatchObject({ effective: 'off', seq: 0 });
  });
});

describe('all choices', () => {
  const notices = [exampleNoticeTerms({ 'b.two': exampleTerms(), 'a.one': exampleTerms() })];

  test('come in the order of the notice in force, with its version and the signal', () => {
    expect(choicesOf(onRecord({}, AT), notices, NOW, true)).toMatchObject({
      notice: { version: 1, hash: HASH },
      seq: 4,
      asOf: NOW,
      signal: { gpc: true, recordedAt: AT },
      choices: [
        { choice: 'b.two', decided: null, effective: 'off', why: 'default', seq: 0 },
        { choice: 'a.one', decided: { value: 'on' }, effective: 'on', why: 'customer', seq: 3 },
      ],
    });
  });

  test('cannot be told while no notice is in force', () => {
    expect(() => choicesOf(newSubject, notices, '2020-01-01T00:00:00.000Z', false)).toThrow('No notice is in force');
  });
});
