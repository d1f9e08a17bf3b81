import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed() && one !== '__proto__');
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (Object.is(one, -0) ? 0 : one)),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** What a reading gives: a value, or the name of its error. */
const outcomeOf = (read: () => unknown): unknown => {
  try {
    return { value: read() };
  } catch (error) {
    return (error as Error).name;
  }
};

describe('strict JSON', () => {
  test('reads whatever was written, however it is spaced', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        expect(parseStrictJson(JSON.stringify(value, null, space))).toEqual(value);
      }),
    );
  });

  test('never takes what JSON.parse refuses, and fails in no other way than by a SyntaxError', () => {
    const damaged = json.map((one) => JSON.stringify(one).replace(/[,:]/, ''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), damaged), (given) => {
        expect(outcomeOf(() => parseStrictJson(given))).toEqual(outcomeOf(() => JSON.parse(given)));
      }),
    );
  });

  test('refuses a key twice in one object, and takes it in two', () => {
    expect(() => parseStrictJson('{"a":1,"a":1}')).toThrow('The key "a" appears twice. Send it once.');
    expect(() => parseStrictJson(String.raw`{"a":{"b":1},"\u0061":2}`)).toThrow('appears twice');
    expect(() => parseStrictJson('[{"a":[{"b":"a","b":1}]}]')).toThrow('The key "b" appears twice');
    expect(parseStrictJson('{"a":{"a":1},"b":[{"a":1},{"a":"a"}]}')).toEqual({
      a: { a: 1 },
      b: [{ a: 1 }, { a: 'a' }],
    });
  });

  test('is not led astray by brackets, colons and quotes inside strings', () => {
    const value = { '{"a":': '}]:"\\', b: '[[[[[[[[[[[[', ':': '":"' };
    expect(parseStrictJson(JSON.stringify(value))).toEqual(value);
  });

  test('refuses __proto__ however it is written', () => {
    expect(() => parseStrictJson('{"__proto__":1}')).toThrow('not allowed');
    expect(() => parseStrictJson(String.raw`{"a":{"\u005f\u005fproto__":1}}`)).toThrow('not allowed');
    expect(parseStrictJson('{"a":"__proto__"}')).toEqual({ a: '__proto__' });
  });

  test('refuses half a surrogate pair, as a value and as a key', () => {
    expect(() => parseStrictJson(String.raw`{"a":"\ud83d"}`)).toThrow('half a character');
    expect(() => parseStrictJson(String.raw`{"\ude00":1}`)).toThrow('half a character');
    expect(parseStrictJson(String.raw`{"a":"\ud83d\ude00"}`)).toEqual({ a: '😀' });
  });

  test('goes eight deep and no deeper', () => {
    expect(parseStrictJson('[[[[[[[[1]]]]]]]]')).toEqual([[[[[[[[1]]]]]]]]);
    expect(() => parseStrictJson('[[[[[[[[[1]]]]]]]]]')).toThrow('deeper than 8');
    expect(() => parseStrictJson('{"a":'.repeat(9) + '1' + '}'.repeat(9))).toThrow('deeper than 8');
  });
});
