import { base64url, compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose';
import * as z from 'zod/mini';
import type { ReceiptKey } from '#contract/capabilities.ts';
import { Entry } from '#contract/decisions.ts';
import { Digest } from '#contract/primitives.ts';
import { bodyOf, canonical, seal } from './chain.ts';
import { consentReceipt, type RecordSource } from './consent-record.ts';

/** What kind of token this is, so that no other token of ours can pass for one (RFC 8725 section 3.11). */
const TYPE = 'evenhand-receipt+jwt';
/** The only algorithm, never read from the token (RFC 8725 section 3.1). */
const ALGORITHM = 'EdDSA';

const utf8 = new TextEncoder();

/** What a receipt states. `entry.hash` follows from `previous` and the rest, and that is checked too. */
export const ReceiptClaims = z.object({
  v: z.literal(1),
  /** The address that stands for the brand at the backend that issued it. */
  iss: z.string(),
  /** The random id of this customer at this brand; it says nothing anywhere else. */
  sub: z.string(),
  /** When the decision was made, in seconds since 1970. */
  iat: z.int(),
  /** The hash of the entry: one decision, one receipt. */
  jti: Digest,
  entry: Entry,
  /** The hash of the entry before; null = this is the first. */
  previous: z.nullable(Digest),
  /** The salted commitment to the evidence; null = none was taken. */
  evidence: z.nullable(Digest),
  /** The ISO/IEC TS 27560 record of the decision, in JSON-LD (W3C DPV 2.3). */
  record: z.record(z.string(), z.unknown()),
});
export type ReceiptClaims = z.infer<typeof ReceiptClaims>;

/** What a receipt is made from: the decision, its place in the log, and the notice it names. */
export interface ReceiptSource extends RecordSource {
  readonly previous: Digest | null;
  readonly evidence: Digest | null;
}

/** The private half of a key, ready to sign. */
export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/**
 * Who does the arithmetic of a signature. What is signed is said here, once; a server may hand in one that answers
 * without a trip to another thread.
 */
export interface SigningEngine {
  /** Without padding (RFC 4648 section 5); of a text, its UTF-8 bytes. */
  readonly base64url: (given: Uint8Array | string) => string;
  /** Ed25519 (RFC 8032), of a text of ASCII alone. */
  readonly sign: (text: string, key: CryptoKey) => Uint8Array | Promise<Uint8Array>;
}

const webEngine: SigningEngine = {
  base64url: base64url.encode,
  sign: async (text, key) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, utf8.encode(text))),
};

/** What became of a check. `problem` says what is wrong, `detail` says it in words. */
export type Verified =
  | { readonly ok: true; readonly claims: ReceiptClaims }
  | {
      readonly ok: false;
      readonly problem: 'not_a_receipt' | 'unknown_key' | 'bad_signature' | 'wrong_issuer' | 'broken_link';
      readonly detail: string;
    };

/** The claims of a receipt. The same decision always makes the same claims. */
export function receiptClaims(source: ReceiptSource): ReceiptClaims {
  const { issuer, subject, entry, previous, evidence } = source;
  return {
    v: 1,
    iss: issuer,
    sub: subject,
    iat: Math.floor(Date.parse(entry.at) / 1000),
    jti: entry.hash,
    entry,
    previous,
    evidence,
    record: consentReceipt(source),
  };
}

/** Opens the private half of an Ed25519 key (JWK, RFC 8037) for signing. */
export async function openSigningKey(
  jwk: Omit<ReceiptKey, 'alg' | 'use'> & { readonly d: string },
): Promise<SigningKey> {
  const { kty, crv, x, d, kid } = jwk;
  const key = await importJWK({ kty, crv, x, d }, ALGORITHM).catch((cause: unknown) => cause);
  if (!(key instanceof CryptoKey)) {
    throw new TypeError(`Key "${kid}" cannot sign. A signing key is both halves of an Ed25519 key as a JWK.`, {
      cause: key,
    });
  }
  return { kid, key };
}

/** Signs claims as a compact JWS (RFC 7515) over their canonical JSON (RFC 8785), with Ed25519 (RFC 8037). */
export async function signReceipt(
  claims: ReceiptClaims,
  { kid, key }: SigningKey,
  engine: SigningEngine = webEngine,
): Promise<string> {
  const header = JSON.stringify({ alg: ALGORITHM, kid, typ: TYPE });
  const signed = `${engine.base64url(header)}.${engine.base64url(canonical(claims))}`;
  return `${signed}.${engine.base64url(await engine.sign(signed, key))}`;
}

/**
 * Checks a receipt, offline: the algorithm is pinned, the key comes from `keys` by its id and from nowhere else (RFC
 * 8725 sections 3.1 and 3.5, ASVS 9.1.2 and 9.1.3), and the entry's hash must follow from what is stated. With `issuer` the
 * receipt must also come from there. Never throws for a bad receipt.
 */
export async function verifyReceipt(jws: string, keys: readonly ReceiptKey[], issuer?: string): Promise<Verified> {
  const payload = await openSigned(jws, keys);
  if (!(payload instanceof Uint8Array)) return payload;
  const parsed = ReceiptClaims.safeParse(jsonOf(payload));
  if (!parsed.success) return failed('not_a_receipt', 'It is signed, but what it states is not a receipt.');
  const claims = parsed.data;
  if (issuer !== undefined && claims.iss !== issuer) {
    return failed('wrong_issuer', `It was issued by ${claims.iss}, not by ${issuer}.`);
  }
  const body = bodyOf(claims.entry, { subject: claims.sub, evidence: claims.evidence });
  const hash = await seal(claims.previous, body);
  if (hash !== claims.entry.hash || hash !== claims.jti) {
    return failed('broken_link', 'The hash of the entry does not follow from what the receipt states.');
  }
  return { ok: true, claims };
}

async function openSigned(jws: string, keys: readonly ReceiptKey[]): Promise<Uint8Array | Verified> {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jws);
  } catch {
    return failed('not_a_receipt', 'It is not a signed token (a compact JWS).');
  }
  if (header.typ !== TYPE || header.alg !== ALGORITHM) {
    return failed('not_a_receipt', `Its header says type "${header.typ}", algorithm "${header.alg}": not a receipt's.`);
  }
  const found = keys.find((key) => key.kid === header.kid);
  if (!found) return failed('unknown_key', `Its key "${header.kid}" is not one of the brand's.`);
  try {
    const { kty, crv, x } = found;
    const { payload } = await compactVerify(jws, { kty, crv, x }, { algorithms: [ALGORITHM] });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) {
      return failed('bad_signature', 'Its signature does not fit: the receipt was changed, or another key signed it.');
    }
    return failed('not_a_receipt', 'It cannot be checked: its parts or its header are not those of a receipt.');
  }
}

function jsonOf(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return null;
  }
}

function failed(problem: Extract<Verified, { ok: false }>['problem'], detail: string): Verified {
  return { ok: false, problem, detail };
}
