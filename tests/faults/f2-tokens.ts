import { brandKeys, goodClaims, newBrandKeys, tokenOf } from '#tests/conformance/brand-keys.ts';
import { newDatabase, startPostgres } from '#tests/postgres.ts';
import { brand } from '#tests/server/http-client.ts';
import { signingBrands } from '#tests/server/signing-brand.ts';
import { startTestServer } from '#tests/server/test-server.ts';
import { randomFrom } from '#tests/simulation/random.ts';
import { badTokens, type Forgery } from './bad-tokens.ts';
import { every, none, type Fault, type Figure } from './fault.ts';
import type { EngineName } from './place.ts';

/** Good tokens among the bad, so that a server that refuses everything is found out. */
const oneGoodIn = 50;

/** What came of a run. */
export interface Tokens {
  readonly seed: number;
  readonly variants: number;
  /** Bad tokens that opened a session, by their kind. Must be empty. */
  readonly accepted: readonly string[];
  readonly good: number;
  readonly goodAccepted: number;
  /** Answers that were the server's own fault. */
  readonly broken: readonly string[];
  /** The different texts in which tokens of an allowed length were refused. Must be one. */
  readonly refusals: readonly string[];
  readonly kinds: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookie: boolean;
}

/** The token, as a page of ours sends it. */
const send = async (origin: string, token: string): Promise<Answer> => {
  const response = await fetch(`${origin}/v1/${brand}/session`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Evenhand-Client': 'web',
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
    },
    body: JSON.stringify({ token }),
  });
  return {
    status: response.status,
    text: await response.text(),
    cookie: response.headers.getSetCookie().length > 0,
  };
};

/**
 * F2: forged, broken and replayed sign-in tokens against the server, on a database or a folder of its own; `F2_SEED`
 * plays a run again.
 */
export async function f2(variants: number, databaseUrl?: string): Promise<Tokens> {
  const seed = Number(process.env['F2_SEED'] ?? Date.now() % 2 ** 31);
  const places = { brands: signingBrands() };
  const server = await startTestServer({ places, ...(databaseUrl !== undefined && { databaseUrl }) });
  const { origin } = server;
  const random = randomFrom(seed);
  const claims = () => goodClaims(`${origin}/v1/${brand}`, Date.now());
  const used = tokenOf(claims());
  const forgery: Forgery = { random, claims, brand: brandKeys, forger: newBrandKeys('forger'), used };
  const kinds = Object.entries(badTokens);
  const accepted: string[] = [];
  const broken: string[] = [];
  const refusals = new Set<string>();
  let good = 0;
  let goodAccepted = 0;
  try {
    if ((await send(origin, used)).status !== 200) throw new Error('The server takes no good token.');
    const tryOne = async (index: number): Promise<void> => {
      const [kind, forge] = kinds[index % kinds.length] as (typeof kinds)[number];
      const token = forge(forgery);
      const { status, text, cookie } = await send(origin, token);
      if (status === 200 || cookie) accepted.push(`${kind}: ${token.slice(0, 200)}`);
      if (status >= 500) broken.push(`${kind}: ${status}`);
      if (status === 403) refusals.add(text);
      else if (token.length > 0 && token.length <= 8192) refusals.add(`${status} for ${kind}: ${text}`);
      if (index % oneGoodIn !== 0) return;
      good += 1;
      const welcome = await send(origin, tokenOf(claims(), random.pick(brandKeys)));
      if (welcome.status === 200 && welcome.cookie) goodAccepted += 1;
    };
    const lane = async (first: number, step: number): Promise<void> => {
      for (let index = first; index < variants; index += step) await tryOne(index);
    };
    await Promise.all([0, 1, 2, 3].map((first) => lane(first, 4)));
  } finally {
    await server.stop();
  }
  return { seed, variants, accepted, good, goodAccepted, broken, refusals: [...refusals], kinds: kinds.length };
}

async function run(engine: EngineName, rounds: number): Promise<Figure[]> {
  const postgres = engine === 'postgres' ? await startPostgres() : null;
  try {
    return figuresOf(await f2(rounds, postgres ? await newDatabase(postgres) : undefined));
  } finally {
    await postgres?.stop();
  }
}

function figuresOf(found: Tokens): Figure[] {
  return [
    none(
      `bad tokens that opened a session, of ${found.variants}; seed ${found.seed}`,
      found.accepted.length,
      found.accepted[0],
    ),
    every('good tokens among them that did', found.good, found.goodAccepted),
    none('answers 5xx', found.broken.length, found.broken[0]),
    {
      what: `texts in which the ${found.kinds} kinds were refused`,
      wanted: '1',
      found: String(found.refusals.length),
      ok: found.refusals.length === 1,
    },
  ];
}

export const f2Tokens: Fault = {
  id: 'f2',
  name: 'forged sign-in tokens',
  engines: ['sqlite', 'postgres'],
  rounds: 20_000,
  run,
};
