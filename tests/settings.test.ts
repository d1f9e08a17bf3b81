import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settings } from '#server/config.ts';
import { defaultRequestLimit, defaultSessionLimit } from '#server/limits.ts';
import { defaultPaces } from '#server/pace.ts';

/** The cells of a table, row by row, out of the part of a page that stands under a heading. */
function tableUnder(file: string, heading: string): string[][] {
  const [, part = ''] = readFileSync(file, 'utf8').split(`## ${heading}\n`);
  return part
    .split(/^## /m)[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const word = (cell: string | undefined): string => cell?.replaceAll('`', '') ?? '';
const described = tableUnder('docs/running.md', 'Settings');

describe('docs/running.md', () => {
  test('names every setting that the server reads, with what holds where it is not set, and no other', () => {
    const told = described.map(([name, otherwise]) => [word(name), word(otherwise)]);
    const known = Object.entries(settings).map(([name, { otherwise }]) => [name, otherwise ?? '']);
    expect(told).toHaveLength(known.length);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(known));
  });

  test('says of a secret that it may stand in a file, and of nothing else', () => {
    const fromFile = described.filter((cells) => cells.join(' ').includes('_FILE')).map(([name]) => word(name));
    const secrets = Object.entries(settings).filter(([, setting]) => 'secret' in setting && setting.secret);
    expect(fromFile).toEqual(secrets.map(([name]) => name));
  });

  test('says the limits as they are', () => {
    const limits = new Map(tableUnder('docs/running.md', 'Limits').map(([what, limit = '']) => [what, limit]));
    expect(limits.get('requests of one address')).toBe(
      `${defaultRequestLimit.perSecond} a second, ${defaultRequestLimit.burst} at once after a rest`,
    );
    expect(limits.get('new sessions of one address')).toBe(
      `${defaultSessionLimit.perSecond} a second, ${defaultSessionLimit.burst} at once after a rest`,
    );
    expect(limits.get('decisions of one customer')).toBe(`${defaultPaces.decisions.aMinute} a minute`);
    expect(limits.get('other changes of one customer')).toBe(`${defaultPaces.deeds.aMinute} a minute`);
  });
});

test('the README says the same of the settings that it names', () => {
  const rows = readFileSync('README.md', 'utf8').matchAll(
    /^\| `((?:EVENHAND_|PORT|LOG_|DATABASE_)\w*)`\s*\| (.*?)\s*\|/gm,
  );
  const told = new Map([...rows].map(([, name = '', otherwise = '']) => [name, word(otherwise)]));
  expect([...told.keys()]).toContain('PORT');
  // The browser of the tests is theirs, and not the server's.
  told.delete('EVENHAND_CHROMIUM');
  const known = new Map(Object.entries(settings).map(([name, { otherwise }]) => [name, otherwise ?? '']));
  expect([...told].filter(([name, otherwise]) => known.get(name) !== otherwise)).toEqual([]);
});
