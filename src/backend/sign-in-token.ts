import { compactVerify, importJWK } from 'jose';
import * as z from 'zod/mini';
import { parseStrictJson } from './serving/strict-json.ts';
import type { SignIn, SignInKey } from '#contract/sign-in.ts';

/** The longest that a token may be good for, from `iat` to `exp`, in seconds. */
const LONGEST_LIFE = 120;
/** How far the brand's clock and ours may be apart, in seconds. */
export const LEEWAY = 5;

/** What is wrong with a token. For the log only: whoever sent it is told nothing. */
export type TokenFault =
  | 'no_keys'
  | 'not_compact'
  | 'header'
  | 'unknown_key'
  | 'algorithm'
  | 'signature'
  | 'claims'
  | 'issuer'
  | 'audience'
  | 'life'
  | 'not_yet'
  | 'expired'
  | 'used';

/** What a good token says. */
export interface TokenClaims {
  /** What the brand calls the customer. */
  readonly sub: string;
  /** The token's own name: it opens one session. */
  readonly jti: string;
  /** Seconds since 1970. */
  readonly exp: number;
  /** How to greet the customer; empty where the brand does not say. */
  readonly name: string;
}

/** Who a token must be from and for, and when it is now (milliseconds since 1970). */
export interface TokenExpected {
  readonly signIn: SignIn | null;
  readonly audience: string;
  readonly now: number;
}

type Checked = { readonly ok: true; readonly claims: TokenClaims } | { readonly ok: false; readonly fault: TokenFault };

/** Only these: where a key is, what it is, or how else to read the token is never the token's to say (RFC 8725 3.10). */
const Header = z.strictObject({ alg: z.string(), kid: z.string(), typ: z.optional(z.literal('JWT')) });

const seconds = z.int().check(z.gte(0));
const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

/** Other claims are the brand's own and mean nothing here. */
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: text(255),
  iat: seconds,
  exp: seconds,
  nbf: z.optional(seconds),
  jti: text(255),
  /** No control characters: it goes onto the screen, and not every database keeps them. */
  name: z.optional(z.string().check(z.maxLength(120), z.regex(/^\P{Cc}*$/u))),
});

/** The bytes of a part. One text for the same bytes and no other, so that nothing can be bent without showing. */
const decoded = (part: string): Uint8Array | null => {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const written = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    return part !== '' && written === part ? Uint8Array.from(binary, (one) => one.charCodeAt(0)) : null;
  } catch {
    return null;
  }
};

const jsonIn = (part: string): unknown => {
  const bytes = decoded(part);
  try {
    return bytes && parseStrictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
};

const isSigned = async (token: string, { use = 'sig', ...key }: SignInKey): Promise<boolean> => {
  try {
    await compactVerify(token, await importJWK({ ...key, use }, key.alg), { algorithms: [key.alg] });
    return true;
  } catch {
    return false;
  }
};

const failed = (fault: TokenFault): Checked => ({ ok: false, fault });

const timeFault = ({ iat, exp, nbf }: z.infer<typeof Claims>, now: number): TokenFault | null => {
  if (exp <= iat || exp - iat > LONGEST_LIFE) return 'life';
  if (Math.max(iat, nbf ?? iat) > now + LEEWAY) return 'not_yet';
  return exp <= now - LEEWAY ? 'expired' : null;
};

/**
 * Checks a token that a brand signed for one of its customers: a compact JWS (RFC 7515) whose `kid` picks one of the
 * brand's own keys, and whose algorithm is that key's (RFC 8725). That it was not used before is not checked here.
 */
export const checkSignInToken = async (token: string, { signIn, audience, now }: TokenExpected): Promise<Checked> => {
  if (!signIn) return failed('no_keys');
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || !decoded(signature)) return failed('not_compact');
  const header = Header.safeParse(jsonIn(head));
  if (!header.success) return failed('header');
  const key = signIn.keys.find((one) => one.kid === header.data.kid);
  if (!key) return failed('unknown_key');
  if (header.data.alg !== key.alg) return failed('algorithm');
  if (!(await isSigned(token, key))) return failed('signature');
  const parsed = Claims.safeParse(jsonIn(body));
  if (!parsed.success) return failed('claims');
  const claims = parsed.data;
  if (claims.iss !== signIn.issuer) return failed('issuer');
  if (claims.aud !== audience) return failed('audience');
  const late = timeFault(claims, Math.floor(now / 1000));
  if (late) return failed(late);
  const { sub, jti, exp, name = '' } = claims;
  return { ok: true, claims: { sub, jti, exp, name: name.trim() } };
};
