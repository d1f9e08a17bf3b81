import { setupI18n } from '@lingui/core';
import { describe, expect, test } from 'vitest';
import { compileMessage, gotValues, heldValues } from './compile-message.ts';

const held = heldValues(['shoe', 'top']);

/** Written out as the app does it: compiled form in, sentence out. */
const write = (text: string, filled: Record<string, string | number>): string => {
  const { message, problems } = compileMessage(text, held);
  expect(problems).toEqual([]);
  const long = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' } as const;
  const formats = { long, month: { month: 'long', year: 'numeric', timeZone: 'Europe/London' } as const };
  const i18n = setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } });
  return i18n._('', filled, { message: message as unknown as string, formats });
};

describe('A message of the notice', () => {
  test('becomes a sentence once its values are there', () => {
    expect(
      write('{count, plural, =0 {None} one {# thing} other {# things}} since {oldest}. Latest: {latest}.', {
        count: 1204,
        oldest: '2023-05-03T23:30:00.000Z',
        latest: 'Linen duvet',
      }),
    ).toBe('1,204 things since 4 May 2023. Latest: Linen duvet.');
    expect(write('{oldest, date} or {oldest, date, month}', { oldest: '2023-05-03T09:00:00.000Z' })).toBe(
      '3 May 2023 or May 2023',
    );
    expect(write('{shoe_count} × {shoe}', { shoe_count: 2100, shoe: '39' })).toBe('2,100 × 39');
  });

  test('counts the others in a plural with an offset', () => {
    expect(
      write('{count, plural, offset:1 one {{shoe} and # other} other {{shoe} and # others}}', { count: 3, shoe: '39' }),
    ).toBe('39 and 2 others');
  });

  test('survives the way over the wire as it is', () => {
    const { message } = compileMessage('{count, plural, one {# pair} other {# pairs}} since {oldest}', held);
    expect(JSON.parse(JSON.stringify(message))).toEqual(message);
  });
});

const wrong: readonly (readonly [text: string, values: typeof held, said: RegExp])[] = [
  ['{cuont}', held, /^The message names "\{cuont\}", which is no value here\. Did you mean "count"\?$/],
  ['{amount}', held, /no value here\. Known: count, oldest, newest, latest, shoe, shoe_count, top, top_count\.$/],
  ['{count, plural, one {{nothing}} other {}}', held, /names "\{nothing\}"/],
  ['{oldest, date, ::yMMM}', held, /Write \{oldest, date\} or \{oldest, date, month\}\.$/],
  ['{oldest, time}', held, /^"\{oldest\}" cannot be written like that/],
  ['{latest, number}', held, /Write \{latest\}\.$/],
  ['{latest, select, a {x} other {y}}', held, /Write \{latest\}\.$/],
  ['{count, number, money}', held, /Write \{count\} or \{count, plural, one/],
  ['{amount, number, ::currency/GBP}', gotValues, /Write \{amount, number, money\}, \{amount\} or/],
  [
    '{amount, plural, one {# order}}',
    gotValues,
    /^"\{amount, plural, …\}" has no "other"\. Add other \{…\} as its last case\.$/,
  ],
  ['{count', held, /^The message cannot be read: .* Check that braces come in pairs\.$/],
  ['{count, plural, one}', held, /^The message cannot be read/],
];

test.each(wrong)('%s is refused with its mend', (text, values, said) => {
  const { problems } = compileMessage(text, values);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(said);
});
