import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setupI18n } from '@lingui/core';
import { describe, expect, test } from 'vitest';
import { loadBrand } from '#brand/load-brand.ts';
import type { About } from '#contract/about.ts';
import type { Message } from '#contract/primitives.ts';
import type { Item, Notice } from '#contract/notice.ts';
import { voiceOf } from '#i18n/voice.ts';
import {
  breaking,
  doubleNegative,
  empty,
  hard,
  hedges,
  highestGrade,
  long,
  longestSentence,
  pressure,
  type Said,
} from './wording.ts';
import { isOptional } from '#rules/options.ts';

/** Says a message as it sounds with few, with one and with many, so that every branch of it is read. */
function spoken(message: Message, items: readonly Item[]): string[] {
  const i18n = setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } });
  const voice = voiceOf(i18n, 'Europe/London');
  return [0, 1, 2, 14].map((count) => {
    const held = items.flatMap((item) => [
      [`${item.id}_count`, count],
      [item.id, count === 0 ? null : 'Oak stool'],
    ]);
    const values = { count: Math.max(1, count), amount: count, latest: 'Oak stool', currency: 'GBP' };
    const dates = { oldest: '2024-05-03T09:00:00.000Z', newest: '2026-05-03T09:00:00.000Z', since: '2026-01-01' };
    return voice.compose(message, { ...values, ...dates, ...Object.fromEntries(held) }, 'GBP');
  });
}

function saidBy(notice: Notice): Said[] {
  const said: Said[] = [{ where: 'intro', text: notice.intro }];
  const say = (where: string, ...texts: (string | null | undefined)[]): void => {
    for (const text of texts) if (typeof text === 'string') said.push({ where, text });
  };
  for (const [id, { title, text }] of Object.entries(notice.sources)) say(`sources.${id}`, title, text);
  for (const { id, title, text } of notice.rights) say(`rights.${id}`, title, text);
  for (const { id, does, transfer } of notice.recipients) say(`recipients.${id}`, does, transfer?.safeguard);
  for (const category of notice.categories) {
    const { id, name, what, retention, storedIn, held, heldNone, items, uses } = category;
    say(id, name, what, retention.text, storedIn, heldNone, ...spoken(held, items));
    for (const item of items) say(`${id}.${item.id}`, item.name);
    for (const use of uses) {
      say(use.id, use.name, use.why, use.basisText, use.benefit, use.whenOff.text, use.statement);
      say(use.id, use.automated?.logic, use.automated?.effects, use.got?.none, use.got?.how);
      if (use.got) say(use.id, ...spoken(use.got.message, []));
      const { summary, terms, method, relation, join, leave, kept } = use.incentive ?? {};
      say(use.id, summary, terms, method, relation, join, leave, kept);
    }
  }
  return said;
}

/** The values that a message names, each with what it can be: a few numbers, a day, or words. */
function valuesOf(message: Message): Record<string, 'date' | 'number' | 'text'> {
  if (typeof message === 'string') return {};
  return Object.assign(
    {},
    ...message.map((token) => {
      if (!Array.isArray(token)) return {};
      const [name, type, format] = token as [string, string?, unknown?];
      const branches = type === 'plural' ? Object.values(format as Record<string, Message>) : [];
      const inner = branches.filter((one) => Array.isArray(one)).map(valuesOf);
      const kind = type === 'date' ? 'date' : type === undefined ? 'text' : 'number';
      return Object.assign({}, ...inner, { [name]: kind }) as object;
    }),
  ) as Record<string, 'date' | 'number' | 'text'>;
}

/** Each way that a sentence told with values can sound. */
function told(message: Message): string[] {
  const voice = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
  return [0, 1, 2, 14].map((count) => {
    const values = Object.entries(valuesOf(message)).map(([name, kind]) => [
      name,
      { number: count, date: '2026-05-03T09:00:00.000Z', text: 'Oak stool' }[kind],
    ]);
    return voice.compose(message, Object.fromEntries(values) as Record<string, string>, 'GBP');
  });
}

/** What a brand says beside its notice. */
function saidBeside(about: About): Said[] {
  const { events, portrait, questions, safety, incidents } = about;
  const messages = { ...events, ...portrait };
  const list = (where: string, ...texts: (string | undefined)[]): Said[] =>
    texts.flatMap((text) => (text === undefined ? [] : [{ where, text }]));
  return [
    ...Object.entries(messages).flatMap(([id, message]) => list(id, ...told(message))),
    ...questions.flatMap(({ id, question, why, changes, options, scale }) =>
      list(id, question, why, changes, ...options.map((one) => one.label), scale?.low, scale?.high),
    ),
    ...safety.flatMap(({ category, where, readers, measures }) =>
      list(`safety.${category ?? 'all'}`, where, readers, ...measures),
    ),
    ...incidents.flatMap(({ id, what, done }) => list(`incidents.${id}`, what, done)),
  ];
}

interface Spoken {
  readonly notice: Notice;
  readonly said: readonly Said[];
}

async function brandIn(folder: string): Promise<Spoken[]> {
  const files = globSync(`${folder}/{*.yaml,logo.svg,languages/*.yaml}`);
  const texts = files.map((file) => [
    path.relative(folder, file).split(path.sep).join('/'),
    readFileSync(file, 'utf8'),
  ]);
  const loading = await loadBrand(Object.fromEntries(texts) as Record<string, string>);
  if (!loading.ok) throw new Error(loading.problems.map((one) => `${one.file}:${one.line} ${one.message}`).join('\n'));
  const { notices, about } = loading.brand;
  return Object.values(notices).map(({ notice }) => {
    const beside = about[notice.language];
    return { notice, said: [...saidBy(notice), ...(beside ? saidBeside(beside) : [])] };
  });
}

const folders = globSync('brands/*/brand.yaml').map((file) => path.dirname(file));
/** The formula and the lists know English; a brand's words in other languages are read by people. */
const brands = (await Promise.all(folders.map(brandIn))).flat().filter((one) => one.notice.language.startsWith('en'));

test('Every brand speaks English, and its words are found', () => {
  expect(folders.length).toBeGreaterThan(0);
  expect(new Set(brands.map((one) => one.notice.brand)).size).toBe(folders.length);
  for (const { said } of brands) expect(said.length).toBeGreaterThan(100);
});

describe.each(brands.map(({ notice, said }) => [notice.brand, said, notice] as const))(
  'The words of %s',
  (_brand, said, notice) => {
    test(`are read at grade ${highestGrade} or lower, each text by itself`, () => {
      expect(hard(said)).toEqual([]);
    });

    test(`stand in sentences of ${longestSentence} words or fewer`, () => {
      expect(long(said)).toEqual([]);
    });

    test('do not hedge', () => expect(breaking(said, hedges)).toEqual([]));
    test('name who and what, not partners and services', () => expect(breaking(said, empty)).toEqual([]));
    test('do not push, plead or praise', () => expect(breaking(said, pressure)).toEqual([]));
    test('say nothing by two negatives', () => expect(breaking(said, doubleNegative)).toEqual([]));

    test('name every use by its own verb, and no use like another', () => {
      const names = notice.categories.flatMap((category) => category.uses.map((use) => use.name));
      expect(names).toEqual([...new Set(names)]);
      const notVerbs = /^(the|a|an|your|our|use of|personal\w*|\w+ing|\w+ion|\w+ment|\w+ity)\b/i;
      expect(names.filter((name) => notVerbs.test(name) || /[.?]$/.test(name))).toEqual([]);
    });

    test('weigh on and off alike: what you get and what changes differ by a fifth in length at most', () => {
      const uneven = notice.categories
        .flatMap((category) => category.uses)
        .filter(isOptional)
        .map(({ id, benefit, whenOff }) => ({ id, on: benefit.length, off: whenOff.text.length }))
        .filter(({ on, off }) => off < on * 0.8 || off > on * 1.2);
      expect(uneven).toEqual([]);
    });

    test('name each recipient where the reason for a use is that somebody else uses the data', () => {
      const unnamed = notice.categories
        .flatMap((category) => category.uses)
        .flatMap((use) => use.recipients.map((id) => ({ use, who: notice.recipients.find((one) => one.id === id) })))
        .filter(({ who }) => who?.role === 'for_itself' || who?.role === 'pays_for_it')
        .filter(({ use, who }) => isOptional(use) && !`${use.name} ${use.why}`.includes(who?.name ?? '?'))
        .map(({ use }) => use.id);
      expect(unnamed).toEqual([]);
    });
  },
);
