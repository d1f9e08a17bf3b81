import { brandKeys, goodClaims, newBrandKeys, tokenOf } from '#tests/conformance/brand-keys.ts';
import { openServerTarget } from '#tests/conformance/server-target.ts';
import { newWorld } from '#tests/conformance/world.ts';
import { freshDatabase } from '#tests/fresh-database.ts';
import { temporaryFolder } from '#tests/server/temporary-folder.ts';
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
const send = async (origin: string, brand: string, token: string): Promise<Answer> => {
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

const placeOf = async (engine: EngineName): Promise<string> =>
  engine === 'sqlite' ? temporaryFolder() : freshDatabase();

/** F2: forged, broken and replayed sign-in tokens against the server; `F2_SEED` plays a run again. */
export async function f2(variants: number, engine: EngineName = 'sqlite'): Promise<Tokens> {
  const seed = Number(process.env['F2_SEED'] ?? Date.now() % 2 ** 31);
  const { world } = await newWorld();
  const [brand] = world.brands;
  const target = await openServerTarget(await placeOf(engine), world);
  const origin = target.origin ?? '';
  const random = randomFrom(seed);
  const claims = () => goodClaims(`${origin}/v1/${brand}`, Date.parse(world.now()));
  const used = tokenOf(claims());
  const forgery: Forgery = { random, claims, brand: brandKeys, forger: newBrandKeys('forger'), used };
  const kinds = Object.entries(badTokens);
  const accepted: string[] = [];
  const broken: string[] = [];
  const refusals = new Set<string>();
  let good = 0;
  let goodAccepted = 0;
  try {
    if ((await send(origin, brand, used)).status !== 200) throw new Error('The server takes no good token.');
    const tryOne = async (index: number): Promise<void> => {
      const [kind, forge] = kinds[index % kinds.length] as (typeof kinds)[number];
      const token = forge(forgery);
      const { status, text, cookie } = await send(origin, brand, token);
      if (status === 200 || cookie) accepted.push(`${kind}: ${token.slice(0, 200)}`);
      if (status >= 500) broken.push(`${kind}: ${status}`);
      if (status === 403) refusals.add(text);
      else if (token.length > 0 && token.length <= 8192) refusals.add(`${status} for ${kind}: ${text}`);
      if (index % oneGoodIn !== 0) return;
      good += 1;
      const welcome = await send(origin, brand, tokenOf(claims(), random.pick(brandKeys)));
      if (welcome.status === 200 && welcome.cookie) goodAccepted += 1;
    };
    const lane = async (first: number, step: number): Promise<void> => {
      for (let index = first; index < variants; index += step) await tryOne(index);
    };
    await Promise.all([0, 1, 2, 3].map((first) => lane(first, 4)));
  } finally {
    await target.close();
  }
  return { seed, variants, accepted, good, goodAccepted, broken, refusals: [...refusals], kinds: kinds.length };
}

async function run(engine: EngineName, rounds: number): Promise<Figure[]> {
  const found = await f2(rounds, engine);
  return [
    none(
      `bad tokens that opened a session, of ${rounds}; seed ${found.seed}`,
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
