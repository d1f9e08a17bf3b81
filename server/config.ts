import * as z from 'zod/mini';
import { isLoopback } from './client-address.ts';
import { StartError } from './start-error.ts';

/** What the server needs to know before it starts. */
export interface Config {
  readonly host: string;
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly dataDir: string;
  /** The Postgres that decisions are kept in; null = one file in `dataDir`. It carries a password: never log it. */
  readonly databaseUrl: string | null;
  /** The https origin that customers see, where a proxy stands in front; null = customers come to `host` themselves. */
  readonly origin: string | null;
  readonly logLevel: (typeof logLevels)[number];
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const isHttpsOrigin = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && url.protocol === 'https:' && url.origin === value;
};

/** An address of a database, as Postgres itself writes it. */
export const isPostgresAddress = (value: string): boolean =>
  /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value.replace('@/', '@localhost/'));

/** What a value must be. One that is `secret` is never repeated, not even where it is wrong. */
interface Setting {
  readonly schema: z.ZodMiniType;
  readonly want: string;
  readonly secret?: boolean;
}

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
  DATABASE_URL: {
    schema: z.string().check(z.refine(isPostgresAddress)),
    want: 'the address of a Postgres database, such as postgres://user:password@db.example.com/evenhand',
    secret: true,
  },
  EVENHAND_ORIGIN: {
    schema: z.string().check(z.refine(isHttpsOrigin)),
    want: 'the https origin that customers see, with nothing behind it, such as https://privacy.example.com',
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels),
    want: `one of ${logLevels.join(', ')}`,
  },
} as const satisfies Record<string, Setting>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; a wrong one throws a `StartError` that names it and says what to write instead. */
export function readConfig(environment: Environment): Config {
  const read = (name: keyof typeof settings): string | null => {
    const { schema, want, secret = false }: Setting = settings[name];
    const given = environment[name];
    if (given === undefined || given === '') return null;
    if (!schema.safeParse(given).success) {
      const found = secret ? 'set to something else' : JSON.stringify(given);
      throw new StartError(`${name} is ${found}; set it to ${want}, or leave it unset.`);
    }
    return given;
  };
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
    databaseUrl: read('DATABASE_URL'),
    origin,
    logLevel: z.parse(z.enum(logLevels), read('LOG_LEVEL') ?? 'info'),
  };
}
