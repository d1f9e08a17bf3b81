import { describe, expect, test } from 'vitest';
import { testEdition } from '#tests/conformance/test-brand.ts';
import { publish, termsOfBrand } from './published-brand.ts';

const [first, second, third] = await Promise.all(
  ([1, 2, 3] as const).map((version) => testEdition('a-brand', version)),
);
if (!first || !second || !third) throw new Error('The test brand has three editions.');
const at = '2026-11-22T12:00:00.000Z';
const later = '2026-12-01T12:00:00.000Z';

describe('publishing an edition of a brand', () => {
  test('puts it beside those before it, and leaves those as they were', () => {
    const one = publish(null, first, at);
    const two = publish(one, second, later);
    expect(two.notices.map((notice) => notice.terms.version)).toEqual([1, 2]);
    expect(two.notices[0]).toBe(one.notices[0]);
    expect(two.notices[1]?.byLanguage['cy']).toEqual({ ...second.notices['cy'], publishedAt: later });
    expect(termsOfBrand(two).map((terms) => terms.hash)).toEqual(
      [first, second].map((edition) => edition.notices['en-GB']?.hash),
    );
  });

  test('begins the day of a notice where the brand is', () => {
    expect(publish(null, second, at).notices[0]?.terms.effectiveFrom).toBe('2026-12-10T05:00:00.000Z');
  });

  test('changes nothing of a notice that is published already, whatever its face looks like now', () => {
    const one = publish(null, first, at);
    const again = publish(one, { ...first, face: { ...first.face, name: 'Another name' } }, later);
    expect(again.notices).toEqual(one.notices);
    expect(again.face.name).toBe('Another name');
  });

  test('refuses a changed text under a published number, an older number, and a first language that is missing', () => {
    const one = publish(null, first, at);
    const english = first.notices['en-GB'] as NonNullable<(typeof first.notices)[string]>;
    const changed = { ...first, notices: { 'en-GB': { ...english, hash: '0'.repeat(64) } } };
    expect(() => publish(one, changed, later)).toThrow('already with other content in en-GB. Write version: 2.');
    expect(() => publish(publish(one, third, at), second, later)).toThrow(
      'Version 3 is published already, and 2 is older',
    );
    expect(() => publish(null, { ...first, notices: { cy: english } }, at)).toThrow('no notice in its first language');
  });

  test('refuses other words in a translation too, though the hash is that of the first language', () => {
    const one = publish(null, first, at);
    const welsh = first.notices['cy'] as NonNullable<(typeof first.notices)[string]>;
    const changed = { ...welsh, notice: { ...welsh.notice, intro: 'Other words.' } };
    expect(() => publish(one, { ...first, notices: { ...first.notices, cy: changed } }, later)).toThrow(
      'content in cy',
    );
  });

  test('lets a language join its version, and leaves the others as they were published', () => {
    const english = first.notices['en-GB'] as NonNullable<(typeof first.notices)[string]>;
    const one = publish(null, { ...first, notices: { 'en-GB': english } }, at);
    const two = publish(one, first, later);
    expect(two.notices).toHaveLength(1);
    expect(two.notices[0]?.byLanguage['en-GB']).toBe(one.notices[0]?.byLanguage['en-GB']);
    expect(two.notices[0]?.byLanguage['cy']?.publishedAt).toBe(later);
  });
});
