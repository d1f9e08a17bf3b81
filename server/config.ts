import * as z from 'zod/mini';
import { isLoopback } from './client-address.ts';
import { StartError } from './start-error.ts';

/** What the server needs to know before it starts. */
export interface Config {
  readonly host: string;
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly dataDir: string;
  /** The https origin that customers see, where a proxy stands in front; null = customers come to `host` themselves. */
  readonly origin: string | null;
  readonly logLevel: (typeof logLevels)[number];
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const isHttpsOrigin = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && url.protocol === 'https:' && url.origin === value;
};

const settings = {
  PORT: {
    schema: z.string().check(
      z.regex(/^\d{1,5}$/),
      z.refine((value) => Number(value) <= 65_535),
    ),
    want: 'a whole number from 0 to 65535, such as 4600 (0 picks a free port)',
  },
  EVENHAND_HOST: {
    schema: z.string().check(z.regex(/^[A-Za-z0-9.:-]+$/)),
    want: 'an address to listen on, such as 127.0.0.1',
  },
  EVENHAND_DATA_DIR: {
    schema: z.string(),
    want: 'the path of a folder, such as .evenhand',
  },
  EVENHAND_ORIGIN: {
    schema: z.string().check(z.refine(isHttpsOrigin)),
    want: 'the https origin that customers see, with nothing behind it, such as https://privacy.example.com',
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels),
    want: `one of ${logLevels.join(', ')}`,
  },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; a wrong one throws a `StartError` that names it and says what to write instead. */
export function readConfig(environment: Environment): Config {
  const read = (name: keyof typeof settings): string | null => {
    const { schema, want } = settings[name];
    const given = environment[name];
    if (given === undefined || given === '') return null;
    if (!schema.safeParse(given).success) {
      throw new StartError(`${name} is ${JSON.stringify(given)}; set it to ${want}, or leave it unset.`);
    }
    return given;
  };
  if (environment['DATABASE_URL'] !== undefined && environment['DATABASE_URL'] !== '') {
    // Not quoted: such an address carries a password.
    throw new StartError(
      'DATABASE_URL is set, but this version stores in SQLite only. ' +
        'Unset it, and set EVENHAND_DATA_DIR to the folder that decisions are kept in, or leave that unset too.',
    );
  }
  const host = read('EVENHAND_HOST') ?? '127.0.0.1';
  const origin = read('EVENHAND_ORIGIN');
  if (!isLoopback(host) && origin === null) {
    throw new StartError(
      `EVENHAND_HOST is ${JSON.stringify(host)}, which other machines can reach; ` +
        'set EVENHAND_ORIGIN to the https origin that customers see, or leave EVENHAND_HOST unset.',
    );
  }
  return {
    host,
    port: Number(read('PORT') ?? 4600),
    dataDir: read('EVENHAND_DATA_DIR') ?? '.evenhand',
    origin,
    logLevel: z.parse(z.enum(logLevels), read('LOG_LEVEL') ?? 'info'),
  };
}
