import { readFileSync } from 'node:fs';
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

interface Setting {
  /** What a value must be. */
  readonly schema: z.ZodMiniType;
  readonly want: string;
  /** What holds where it is not set; null = nothing does. */
  readonly otherwise: string | null;
  /** Never repeated, not even where it is wrong, and may stand in a file that `<name>_FILE` names. */
  readonly secret?: boolean;
}

/** Every setting there is; docs/running.md says what each is for. */
export const settings = {
  PORT: {
    schema: z.string().check(
      z.regex(/^\d{1,5}$/),
      z.refine((value) => Number(value) <= 65_535),
    ),
    want: 'a whole number from 0 to 65535, such as 4600 (0 picks a free port)',
    otherwise: '4600',
  },
  EVENHAND_HOST: {
    schema: z.string().check(z.regex(/^[A-Za-z0-9.:-]+$/)),
    want: 'an address to listen on, such as 127.0.0.1',
    otherwise: '127.0.0.1',
  },
  EVENHAND_DATA_DIR: {
    schema: z.string(),
    want: 'the path of a folder, such as .evenhand',
    otherwise: '.evenhand',
  },
  DATABASE_URL: {
    schema: z.string().check(z.refine(isPostgresAddress)),
    want: 'the address of a Postgres database, such as postgres://user:password@db.example.com/evenhand',
    otherwise: null,
    secret: true,
  },
  EVENHAND_ORIGIN: {
    schema: z.string().check(z.refine(isHttpsOrigin)),
    want: 'the https origin that customers see, with nothing behind it, such as https://privacy.example.com',
    otherwise: null,
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels),
    want: `one of ${logLevels.join(', ')}`,
    otherwise: 'info',
  },
} as const satisfies Record<string, Setting>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; a wrong one throws a `StartError` that names it and says what to write instead. */
export function readConfig(environment: Environment): Config {
  const read = <N extends keyof typeof settings>(name: N): (typeof settings)[N]['otherwise'] | string => {
    const { schema, want, otherwise, secret = false }: Setting = settings[name];
    const given = secret ? secretOf(environment, name, want) : environment[name];
    if (given === undefined || given === '') return otherwise;
    if (!schema.safeParse(given).success) {
      const found = secret ? 'set to something else' : JSON.stringify(given);
      throw new StartError(`${name} is ${found}; set it to ${want}, or leave it unset.`);
    }
    return given;
  };
  const host = read('EVENHAND_HOST');
  const origin = read('EVENHAND_ORIGIN');
  if (!isLoopback(host) && origin === null) {
    throw new StartError(
      `EVENHAND_HOST is ${JSON.stringify(host)}, which other machines can reach; ` +
        'set EVENHAND_ORIGIN to the https origin that customers see, or leave EVENHAND_HOST unset.',
    );
  }
  return {
    host,
    port: Number(read('PORT')),
    dataDir: read('EVENHAND_DATA_DIR'),
    databaseUrl: read('DATABASE_URL'),
    origin,
    logLevel: z.parse(z.enum(logLevels), read('LOG_LEVEL')),
  };
}

/**
 * A secret as it is set, or as it stands in the file that `<name>_FILE` names, without the line's end. Set and empty is
 * refused: a secret that did not arrive would pass for one that nobody wants.
 */
function secretOf(environment: Environment, name: string, want: string): string | undefined {
  const { [name]: given, [`${name}_FILE`]: file } = environment;
  if (given === '') throw new StartError(`${name} is set and empty. Set it to ${want}, or leave it unset.`);
  if (file === undefined) return given;
  if (file === '') throw new StartError(`${name}_FILE is set and names no file. Name one, or leave it unset.`);
  if (given !== undefined) throw new StartError(`${name} and ${name}_FILE are both set. Unset one of them.`);
  const text = readSecret(name, file);
  if (text !== '') return text;
  throw new StartError(`${name}_FILE names ${file}, which is empty. Write into it ${want}, or leave it unset.`);
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new StartError(`${name}_FILE names ${file}, which cannot be read (${code}). Name a file that can.`);
  }
}
