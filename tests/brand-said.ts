import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setupI18n } from '@lingui/core';
import { loadBrand } from '#brand/load-brand.ts';
import type { About } from '#contract/about.ts';
import type { Item, Notice } from '#contract/notice.ts';
import type { Message } from '#contract/primitives.ts';
import { voiceOf } from '#i18n/voice.ts';
import type { Said } from './wording.ts';

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

const list = (where: string, ...texts: (string | undefined)[]): Said[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ where, text }]));

/** What a brand says beside its notice. */
function saidBeside(about: About): Said[] {
  const { events, portrait, questions, safety, incidents } = about;
  const messages = { ...events, ...portrait };
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

/** One notice of a brand with all that it and its companions say. */
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

export const brandFolders = globSync('brands/*/brand.yaml').map((file) => path.dirname(file));
/** The formula and the lists know English; a brand's words in other languages are read by people. */
export const englishBrands = (await Promise.all(brandFolders.map(brandIn)))
  .flat()
  .filter((one) => one.notice.language.startsWith('en'));
