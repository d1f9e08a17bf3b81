import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import own from '../lingui.config.ts';
import { messages, said } from './app-said.ts';
import { breaking, doubleNegative, empty, hedges, long, pressure } from './wording.ts';

const shipped = globSync('src/i18n/locales/en/*.po').map((file) => path.basename(file));

/** What a catalog says, without where in the sources it stands: that moves with every line. */
const sayings = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^(msg|"|#~)/.test(line) && !line.includes('POT-Creation-Date'));

/** The catalogs as the sources would have them now, made beside those that are shipped. */
function extracted(): Map<string, string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'evenhand-words-'));
  try {
    cpSync('src/i18n/locales/en', path.join(folder, 'en'), { recursive: true });
    const config = path.join(folder, 'lingui.config.mjs');
    const moved = (own.catalogs ?? []).map((catalog) => ({
      ...catalog,
      path: catalog.path.replace('src/i18n/locales', folder),
    }));
    writeFileSync(config, `export default ${JSON.stringify({ ...own, rootDir: path.resolve('.'), catalogs: moved })}`);
    const cli = path.resolve('node_modules/@lingui/cli/dist/lingui.js');
    execFileSync(process.execPath, [cli, 'extract', '--overwrite', '--clean', '--workers', '1', '--config', config], {
      stdio: 'pipe',
    });
    return new Map(readdirSync(path.join(folder, 'en')).map((name) => [name, sayings(path.join(folder, 'en', name))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('The catalogs of English say what the sources say; else run npm run messages', () => {
  expect(Object.keys(messages).length).toBeGreaterThan(100);
  const now = extracted();
  expect([...now.keys()].toSorted()).toEqual(shipped.toSorted());
  for (const name of shipped) expect(sayings(`src/i18n/locales/en/${name}`)).toEqual(now.get(name));
}, 60_000);

const textOf = (id: string): string => said.find(({ where }) => where === id)?.text ?? '';

describe('The app’s own words', () => {
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
