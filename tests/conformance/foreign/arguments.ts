import { parseArgs } from 'node:util';
import type { ForeignServer } from './foreign-target.ts';
import { readKey } from './sign-in.ts';

/** What the command line asked for. */
export interface Asked {
  readonly server: ForeignServer;
  /** Only cases whose name has this in it. */
  readonly only: string | null;
  readonly json: boolean;
}

export const usage = `Tries the suite on a server that speaks Evenhand's contract over HTTP.

  npm run conformance -- --url <base> --key <file>

  --url       where the API is: what stands in front of "/v1", or the whole of "<base>/v1/<brand>"
  --key       the private key that signs the brand's customers in: a JWK file, Ed25519 or P-256
  --brand     the brand; default: the one that <base>/evenhand.json names
  --issuer    the token's "iss"; default: the brand
  --audience  the token's "aud"; default: "<base>/v1/<brand>"
  --only      only the cases whose name has this in it
  --json      the results as one JSON object
  --new-key   <file>: makes a key there, prints the public half for the server, and does nothing else

Customers named "conformance-…" are signed in and decide. No other customer is touched.`;

const reach = async (url: string): Promise<Response> => {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(10_000) });
  } catch (cause) {
    const why = cause instanceof Error && cause.cause instanceof Error ? ` (${cause.cause.message})` : '';
    throw new Error(`Nothing answers at ${url}${why}. Start the server, or correct --url.`, { cause });
  }
};

const brandOf = async (base: string): Promise<string> => {
  const answer = await reach(`${base}/evenhand.json`);
  const config = answer.ok ? ((await answer.json().catch(() => null)) as { brand?: unknown } | null) : null;
  if (typeof config?.brand === 'string') return config.brand;
  throw new Error(`${base}/evenhand.json names no brand. Say which it is with --brand.`);
};

/** Reads the command line and knocks at the server. Throws an `Error` whose sentence says what to do. */
export const readArguments = async (given: readonly string[]): Promise<Asked> => {
  const { values } = parseArgs({
    args: [...given],
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      brand: { type: 'string' },
      issuer: { type: 'string' },
      audience: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.url === undefined || !URL.canParse(values.url)) {
    throw new Error('Say where the server is: --url http://127.0.0.1:4600.');
  }
  if (values.key === undefined) throw new Error('Say which key signs customers in: --key <file>.');
  readKey(values.key);
  const [, base = values.url, named] = /^(.*?)\/v1\/([^/]+)\/?$/.exec(values.url) ?? [];
  const origin = base.replace(/\/$/, '');
  const brand = values.brand ?? named ?? (await brandOf(origin));
  const capabilities = await reach(`${origin}/v1/${brand}/capabilities`);
  if (!capabilities.ok) {
    const got = `${origin}/v1/${brand}/capabilities answers ${capabilities.status}`;
    throw new Error(`${got}. Correct --url or --brand, or see docs/backend.md for what it should say.`);
  }
  const server = {
    base: origin,
    brand,
    key: values.key,
    issuer: values.issuer ?? brand,
    audience: values.audience ?? `${origin}/v1/${brand}`,
  };
  return { server, only: values.only ?? null, json: values.json };
};
