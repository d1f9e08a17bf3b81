import { describe, expect, test } from 'vitest';
import type { Basis } from '#contract/notice.ts';
import { exampleCategory, exampleNotice, exampleNoticeTerms, exampleUse, publish } from './example-notice.ts';
import { noticeInForce, termsOf } from './terms-of.ts';
import { isOptional } from './options.ts';

const bases = {
  consent: true,
  explicit_consent: true,
  legitimate_interest: true,
  opt_out: true,
  contract: false,
  legal_obligation: false,
  vital_interests: false,
  public_task: false,
} satisfies Record<Basis, boolean>;

const termsFor = (basis: Basis, recipients: string[] = []) => {
  const notice = exampleNotice([exampleCategory('purchases', [exampleUse('purchases.use', { basis, recipients })])]);
  return termsOf(publish(notice)).choices['purchases.use'];
};

describe('the terms of a notice', () => {
  test.each(Object.entries(bases) as [Basis, boolean][])('a use under %s is a choice: %s', (basis, optional) => {
    expect(isOptional({ basis })).toBe(optional);
    expect(termsFor(basis) !== undefined).toBe(optional);
  });

  test('nothing that needs consent is on before anyone decides', () => {
    expect(termsFor('consent')?.initial).toBe('off');
    expect(termsFor('explicit_consent')?.initial).toBe('off');
  });

  test('what may run until objected or opted out is on, unless somebody gets it for itself or pays for it', () => {
    expect(termsFor('legitimate_interest', ['parcelly'])?.initial).toBe('on');
    expect(termsFor('opt_out')?.initial).toBe('on');
    expect(termsFor('legitimate_interest', ['parcelly', 'adly'])?.initial).toBe('off');
    expect(termsFor('opt_out', ['adly'])?.initial).toBe('off');
  });

  test('say what a grant covers, by id', () => {
    expect(termsFor('consent', ['parcelly', 'adly'])?.scope).toEqual({
      purpose: 'ProvideProductRecommendations',
      basis: 'consent',
      items: ['order_line'],
      recipients: ['parcelly', 'adly'],
      forItself: ['adly'],
      countries: ['GB', 'US'],
      retention: 'P2Y',
      automated: false,
    });
  });

  test('name the recipient that the notice forgot to describe', () => {
    expect(() => termsFor('consent', ['nobody'])).toThrow('"nobody"');
  });

  test("begin with the day in the brand's time zone", () => {
    const summer = publish(exampleNotice([exampleCategory('a', [exampleUse('a.b')])], { effectiveFrom: '2026-06-01' }));
    expect(termsOf(summer, 'Europe/London').effectiveFrom).toBe('2026-05-31T23:00:00.000Z');
    expect(termsOf(summer).effectiveFrom).toBe('2026-06-01T00:00:00.000Z');
  });
});

const empty = (version: number, effectiveFrom: string) => exampleNoticeTerms({}, { version, effectiveFrom });

describe('the notice in force', () => {
  const notices = [empty(2, '2026-06-01'), empty(1, '2026-01-01'), empty(3, '2027-01-01')];

  test('is the highest version whose day has come, in whatever order they are kept', () => {
    expect(noticeInForce(notices, '2026-05-31T23:59:59.999Z')?.version).toBe(1);
    expect(noticeInForce(notices, '2026-06-01T00:00:00.000Z')?.version).toBe(2);
    expect(noticeInForce(notices, '2030-01-01T00:00:00.000Z')?.version).toBe(3);
  });

  test('is none before the first day', () => {
    expect(noticeInForce(notices, '2025-12-31T23:59:59.999Z')).toBeNull();
    expect(noticeInForce([], '2026-01-01T00:00:00.000Z')).toBeNull();
  });
});
