import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { StartError } from '#server/start-error.ts';
import { removeFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeFolders);

const messageFor = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as Error).message;
  }
  throw new Error('The setting was taken.');
};

describe('the settings', () => {
  test('need nothing to be set', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4600,
      dataDir: '.evenhand',
      databaseUrl: null,
      origin: null,
      logLevel: 'info',
    });
  });

  test('take an empty value as unset', () => {
    expect(readConfig({ PORT: '', EVENHAND_ORIGIN: '' })).toEqual(readConfig({}));
  });

  test('are read', () => {
    const environment = {
      PORT: '0',
      EVENHAND_HOST: '0.0.0.0',
      EVENHAND_DATA_DIR: '/var/lib/evenhand',
      EVENHAND_ORIGIN: 'https://privacy.example.com',
      LOG_LEVEL: 'warn',
    };
    expect(readConfig(environment)).toEqual({
      host: '0.0.0.0',
      port: 0,
      dataDir: '/var/lib/evenhand',
      databaseUrl: null,
      origin: 'https://privacy.example.com',
      logLevel: 'warn',
    });
  });

  test.each(['eighty', '70000', '-1', '80.5', '4600 '])('refuse the port %j and say what to write', (PORT) => {
    expect(messageFor({ PORT })).toBe(
      `PORT is ${JSON.stringify(PORT)}; set it to a whole number from 0 to 65535, such as 4600 (0 picks a free port), or leave it unset.`,
    );
  });

  test.each(['privacy.example.com', 'https://privacy.example.com/', 'http://privacy.example.com', 'https://a.b/path'])(
    'refuse the origin %j: customers come by https, to an origin and not a page',
    (EVENHAND_ORIGIN) => {
      expect(messageFor({ EVENHAND_ORIGIN })).toContain('such as https://privacy.example.com');
    },
  );

  test('refuse to be reached by other machines over plain http', () => {
    expect(messageFor({ EVENHAND_HOST: '0.0.0.0' })).toBe(
      'EVENHAND_HOST is "0.0.0.0", which other machines can reach; set EVENHAND_ORIGIN to the https origin that customers see, or leave EVENHAND_HOST unset.',
    );
  });

  test.each(['postgres://shop:hunter2@db.example.com/evenhand', 'postgresql://shop@/evenhand?host=%2Frun%2Fpg'])(
    'take the address of a database: %s',
    (DATABASE_URL) => {
      expect(readConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
    },
  );

  test.each([
    'mysql://shop:hunter2@db.example.com/evenhand',
    'postgres:shop:hunter2',
    'postgres://shop:hunter2@db:port/x',
  ])('refuse what is no address of a Postgres, and do not repeat its password: %s', (DATABASE_URL) => {
    expect(messageFor({ DATABASE_URL })).toBe(
      'DATABASE_URL is set to something else; set it to the address of a Postgres database, such as postgres://user:password@db.example.com/evenhand, or leave it unset.',
    );
  });

  test('refuse the address of a database that is set and empty: decisions would be kept somewhere else', () => {
    const want = 'the address of a Postgres database, such as postgres://user:password@db.example.com/evenhand';
    expect(messageFor({ DATABASE_URL: '' })).toBe(
      `DATABASE_URL is set and empty. Set it to ${want}, or leave it unset.`,
    );
    expect(messageFor({ DATABASE_URL: ' ' })).toContain('DATABASE_URL is set to something else');
    expect(messageFor({ DATABASE_URL_FILE: '' })).toBe(
      'DATABASE_URL_FILE is set and names no file. Name one, or leave it unset.',
    );
    const file = join(temporaryFolder(), 'nothing');
    writeFileSync(file, '\n');
    expect(messageFor({ DATABASE_URL_FILE: file })).toBe(
      `DATABASE_URL_FILE names ${file}, which is empty. Write into it ${want}, or leave it unset.`,
    );
  });

  test('refuse a log level that does not exist and list those that do', () => {
    expect(messageFor({ LOG_LEVEL: 'loud' })).toContain('one of debug, info, warn, error, silent');
  });

  test('take the address of a database out of a file, as clusters hand out secrets', () => {
    const file = join(temporaryFolder(), 'database-url');
    writeFileSync(file, 'postgres://shop:hunter2@db.example.com/evenhand\n');
    expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://shop:hunter2@db.example.com/evenhand');
    expect(messageFor({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://other/x' })).toBe(
      'DATABASE_URL and DATABASE_URL_FILE are both set. Unset one of them.',
    );
    expect(messageFor({ DATABASE_URL_FILE: `${file}.gone` })).toContain(
      'cannot be read (ENOENT). Name a file that can.',
    );
    writeFileSync(file, 'mysql://shop:hunter2@db.example.com/evenhand');
    expect(messageFor({ DATABASE_URL_FILE: file })).not.toContain('hunter2');
  });

  test('that are no secret are not read from files', () => {
    expect(readConfig({ PORT_FILE: '/etc/passwd' })).toEqual(readConfig({}));
  });
});
