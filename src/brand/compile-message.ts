import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Message } from '#contract/primitives.ts';
import { didYouMean } from './did-you-mean.ts';

/** What a value of a message is. Dates and numbers are written in the customer's language, texts as they are. */
export const valueKinds = ['number', 'money', 'date', 'text'] as const;
export type ValueKind = (typeof valueKinds)[number];

type Token = string | [name: string, type?: string, format?: unknown];

const choosing = ['plural', 'selectordinal'];

/** What may stand between the braces of a value, by its kind. */
const formsOf = (name: string): Readonly<Record<ValueKind, string>> => ({
  number: `{${name}} or {${name}, plural, one {# thing} other {# things}}`,
  money: `{${name}, number, money}, {${name}} or {${name}, plural, one {# thing} other {# things}}`,
  date: `{${name}, date} or {${name}, date, month}`,
  text: `{${name}}`,
});

/** The token with its format made explicit, or null where the value cannot be written like that. */
const completed = ([name, type, format]: Exclude<Token, string>, kind: ValueKind): Token | null => {
  if (kind === 'text') return type === undefined ? [name] : null;
  if (kind === 'date') {
    if (type !== undefined && type !== 'date') return null;
    return format === undefined || format === 'long'
      ? [name, 'date', 'long']
      : format === 'month'
        ? [name, 'date', format]
        : null;
  }
  if (type === undefined || (type === 'number' && format === undefined)) return [name, 'number'];
  return type === 'number' && format === 'money' && kind === 'money' ? [name, type, format] : null;
};

/**
 * Compiles an ICU message for `values`, or says what is wrong with it. Plain `{oldest}` becomes a long date and plain
 * `{count}` a number, so that an author need not know the formats.
 */
export const compileMessage = (
  text: string,
  values: Readonly<Record<string, ValueKind>>,
): { readonly message: Message; readonly problems: readonly string[] } => {
  const problems: string[] = [];
  const walk = (tokens: readonly Token[]): Token[] =>
    tokens.map((token) => {
      if (typeof token === 'string') return token;
      const [name, type, format] = token;
      const kind = values[name];
      if (kind === undefined) {
        problems.push(
          `The message names "{${name}}", which is no value here. ${didYouMean(name, Object.keys(values))}`,
        );
        return token;
      }
      if (type !== undefined && choosing.includes(type) && (kind === 'number' || kind === 'money')) {
        const { offset, ...cases } = format as Record<string, unknown>;
        if (!('other' in cases))
          problems.push(`"{${name}, ${type}, …}" has no "other". Add other {…} as its last case.`);
        const inner = Object.entries(cases).map(([key, one]) => [key, walk(one as Token[])]);
        return [name, type, { ...(offset === undefined ? {} : { offset }), ...Object.fromEntries(inner) }];
      }
      const done = completed(token, kind);
      if (!done) problems.push(`"{${name}}" cannot be written like that. Write ${formsOf(name)[kind]}.`);
      return done ?? token;
    });
  try {
    return { message: walk(compileMessageOrThrow(text)), problems };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return {
      message: text,
      problems: [
        `The message cannot be read: ${why.replace(/ at line \d+ col (\d+):?$/, ' at character $1')}. Check that braces come in pairs.`,
      ],
    };
  }
};

/** The values of a category's `held` message. */
export const heldValues = (items: readonly string[]): Record<string, ValueKind> => ({
  count: 'number',
  oldest: 'date',
  newest: 'date',
  latest: 'text',
  ...Object.fromEntries(items.flatMap((item) => [[item, 'text'] as const, [`${item}_count`, 'number'] as const])),
});

/** The values of a use's `got` message. */
export const gotValues: Readonly<Record<string, ValueKind>> = {
  amount: 'money',
  currency: 'text',
  since: 'date',
};
