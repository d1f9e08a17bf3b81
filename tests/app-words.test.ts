import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Messages } from '@lingui/core';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { breaking, doubleNegative, empty, hard, hedges, long, pressure, type Said } from './wording.ts';

const shipped = 'src/i18n/locales/en.po';
const catalogs = import.meta.glob<{ messages: Messages }>('../src/i18n/locales/en.po', { eager: true });
const messages = Object.values(catalogs)[0]?.messages ?? {};

/** What a catalog says, without where in the sources it stands: that moves with every line. */
const sayings = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^(msg|"|#~)/.test(line) && !line.includes('POT-Creation-Date'));

/** The catalog as the sources would have it now, made beside the one that is shipped. */
function extracted(): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'evenhand-words-'));
  try {
    cpSync(shipped, path.join(folder, 'en.po'));
    const config = path.join(folder, 'lingui.config.mjs');
    const catalog = { path: path.join(folder, '{locale}'), include: [path.resolve('src')] };
    const settings = { rootDir: path.resolve('.'), sourceLocale: 'en', locales: ['en'], catalogs: [catalog] };
    writeFileSync(config, `export default ${JSON.stringify({ ...settings, orderBy: 'messageId' })}`);
    const cli = path.resolve('node_modules/@lingui/cli/dist/lingui.js');
    execFileSync(process.execPath, [cli, 'extract', '--overwrite', '--clean', '--workers', '1', '--config', config], {
      stdio: 'pipe',
    });
    return sayings(path.join(folder, 'en.po'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each way that a message can sound: every plural branch, with words in place of values. */
function spoken(message: CompiledMessage): string[] {
  return message.reduce<string[]>(
    (texts, token) => {
      const [name, type, format] = typeof token === 'string' ? [token] : token;
      const said =
        typeof token === 'string'
          ? [token === '#' ? '3' : token]
          : type === 'plural'
            ? Object.entries(format as Record<string, CompiledMessage | undefined>)
                .filter(([key]) => key !== 'offset')
                .flatMap(([, branch]) => spoken(branch ?? []))
            : [standIn(name)];
      return texts.flatMap((text) => said.map((more) => text + more));
    },
    [''],
  );
}

/** What a value sounds like: texts of the brand are judged by themselves, so here they are short. */
const standIn = (name: string): string => (/^(date|day|until|since|moment)$/.test(name) ? '3 May 2026' : 'Shop');

const plain = (text: string): string => text.replaceAll(/<\/?b>/g, '').replaceAll('\u00a0', ' ');

const said: Said[] = Object.entries(messages).flatMap(([id, message]) =>
  (typeof message === 'string' ? [message] : spoken(message)).map((text) => ({ where: id, text: plain(text) })),
);

test('The catalog of English says what the sources say; else run lingui extract --overwrite --clean', () => {
  expect(Object.keys(messages).length).toBeGreaterThan(100);
  expect(sayings(shipped)).toEqual(extracted());
}, 60_000);

const textOf = (id: string): string => said.find(({ where }) => where === id)?.text ?? '';

describe('The app’s own words', () => {
  test('are read at grade 8 or lower, each text by itself', () => expect(hard(said)).toEqual([]));
  test('stand in sentences of 20 words or fewer', () => expect(long(said)).toEqual([]));
  test('do not hedge', () => {
    // What could not be done is a fact.
    const facts = said.map(({ where, text }) => ({ where, text: text.replace('could not', 'did not') }));
    expect(breaking(facts, hedges)).toEqual([]);
  });
  test('name who and what, not partners and services', () => expect(breaking(said, empty)).toEqual([]));
  test('do not push, plead or praise', () => expect(breaking(said, pressure)).toEqual([]));
  test('say nothing by two negatives', () => expect(breaking(said, doubleNegative)).toEqual([]));

  test('answer yes and no in words of nearly the same length', () => {
    for (const [yes, no] of [
      ['choice.turn_on', 'choice.keep_off'],
      ['status.turn_on', 'status.keep_off'],
      ['overview.all_on', 'overview.all_off'],
    ] as const) {
      expect(textOf(yes)).not.toBe('');
      expect(Math.abs(textOf(yes).length - textOf(no).length)).toBeLessThanOrEqual(2);
    }
  });
});
