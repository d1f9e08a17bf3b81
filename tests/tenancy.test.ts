import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Queries on rows of customers that do not ask for one customer of one brand, and why each may. */
const excused: Readonly<Record<string, string>> = {
  'server/store/identifiers.ts selectFrom identifier': 'finds the customer, by brand and identifier',
  'server/store/find-session.ts selectFrom session': 'finds the customer, by the digest of a secret of 256 bits',
  'server/store/find-session.ts leftJoin subject': 'joins on both, the subject and the brand, of that session',
  'server/store/sessions.ts updateTable session': 'changes the session of a secret',
  'server/store/sessions.ts deleteFrom session': 'ends the session of a secret, and those that are over',
  'server/verify.ts selectFrom subject': 'an operator holds all that is stored to the law of the record',
  'server/verify.ts selectFrom entry': 'an operator looks for entries of nobody',
  'server/verify.ts leftJoin subject': 'an operator looks for entries of nobody',
  'server/verify-subject.ts selectFrom entry': 'an operator holds one log to the law: by both columns, over a join',
  'server/verify-subject.ts leftJoin evidence': 'an operator holds one log to the law: joins on both columns',
};

const schema = readFileSync('server/store/schema.ts', 'utf8');

/** Tables whose rows are of one customer: those whose interface is `Owned`. */
const ownedTables = [...schema.matchAll(/^interface (\w+) extends Owned/gm)].map(
  ([, name]) => new RegExp(`^ {2}(\\w+): ${name};$`, 'm').exec(schema)?.[1] ?? '',
);

const sources = globSync('server/**/*.ts').map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(file, 'utf8'),
}));

interface Query {
  readonly name: string;
  /** From the table's name to the end of the statement. */
  readonly text: string;
}

/** Whatever reads, changes or removes rows. What inserts them must say whose they are: the compiler sees to that. */
const queries: Query[] = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\.(selectFrom|updateTable|deleteFrom|\w+Join)\(\s*\[?'(\w+)/g)]
    .filter(([, , table]) => ownedTables.includes(table ?? ''))
    .map(({ 1: verb, 2: table, index }) => ({
      name: `${file} ${verb} ${table}`,
      text: /^.*?(?:;\n|\)\n {6,}\.with\(|$)/s.exec(text.slice(index))?.[0] ?? '',
    })),
);

const isFiltered = (text: string): boolean => /\.where\(ownedBy(?:Row)?\(/.test(text);

describe('rows of customers', () => {
  test('are looked for at all: the tables and the queries are found', () => {
    expect(ownedTables).toEqual(
      expect.arrayContaining(['subject', 'entry', 'evidence', 'outbox', 'identifier', 'session', 'holding']),
    );
    expect(ownedTables).not.toContain('');
    expect(queries.length).toBeGreaterThan(12);
  });

  test('are asked for by subject and brand together, in the one filter, or the query is excused by name', () => {
    const around = queries.filter(({ name, text }) => !isFiltered(text) && !(name in excused));
    expect(around.map(({ name }) => name)).toEqual([]);
  });

  test('are excused for no query that is gone, or that could use the filter', () => {
    const without = new Set(queries.filter(({ text }) => !isFiltered(text)).map(({ name }) => name));
    expect(Object.keys(excused).filter((name) => !without.has(name))).toEqual([]);
  });

  test('are named in no SQL that is written by hand', () => {
    const named = new RegExp(`\\b(?:from|join|update|into|table)\\s+"?(?:${ownedTables.join('|')})\\b`, 'i');
    const raw = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/sql(?:<[^`]*?>)?`([^`]*)`|\.(?:exec|prepare|query)\(\s*[`'"]([^`'"]*)/g)]
        .filter(([, template = '', call = '']) => named.test(template) || named.test(call))
        .map(([found]) => `${file}: ${found}`),
    );
    expect(raw).toEqual([]);
  });

  test('have their two columns compared in no other place', () => {
    const compared = sources
      .filter(({ file }) => file !== 'server/verify-subject.ts')
      .filter(({ text }) => /\.where\(\s*'(?:\w+\.)?subject_id', '='/.test(text));
    expect(compared.map(({ file }) => file)).toEqual([]);
  });
});
