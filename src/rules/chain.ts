import canonicalize from 'canonicalize';
import type { Command } from '#contract/decisions.ts';
import type { Digest } from '#contract/primitives.ts';
import type { UnsealedEntry } from './fold.ts';

/** Marks a link of the chain, so that its bytes can never be taken for those of anything else that is hashed. */
const LINK = 0x01;

const utf8 = new TextEncoder();

/** The canonical JSON of a value (RFC 8785): the same text for the same value everywhere. Throws for what is not JSON. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON has a canonical form; this value has none.');
  return text;
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export async function digest(text: string): Promise<Digest> {
  return sha256(utf8.encode(text));
}

/**
 * The exact text that is stored and hashed for an entry. It is built from named fields, so that no direct identifier
 * can slip in (I7): `subject` is the random id of this customer at this brand, `evidence` a commitment or null.
 */
export function bodyOf(entry: UnsealedEntry, extra: { subject: string; evidence: Digest | null }): string {
  const { seq, at, by, raced } = entry;
  const notice = { version: entry.notice.version, hash: entry.notice.hash };
  const items = entry.items.map((item) => {
    const { choice, value, outcome, before, until, gpcAck } = item;
    return { choice, value, outcome, before, seq: item.seq, until, gpcAck };
  });
  return canonical({ v: 1, subject: extra.subject, seq, at, by, notice, items, raced, evidence: extra.evidence });
}

/** The hash of an entry: SHA-256(0x01 ‖ previous hash ‖ body); the first entry has no previous hash. */
export async function seal(previous: Digest | null, body: string): Promise<Digest> {
  const text = utf8.encode(body);
  const before = previous === null ? new Uint8Array() : bytesOf(previous);
  const bytes = new Uint8Array(1 + before.length + text.length);
  bytes[0] = LINK;
  bytes.set(before, 1);
  bytes.set(text, 1 + before.length);
  return sha256(bytes);
}

/**
 * What enters the hashed bytes in place of evidence (address, browser, surface): SHA-256(salt ‖ canonical evidence).
 * With the salt it proves the evidence; once the salt is erased, nothing is left to guess against (I7, GDPR Art. 17).
 * The salt is 32 random bytes in hexadecimal, a new one for every entry.
 */
export async function commitTo(salt: Digest, evidence: unknown): Promise<Digest> {
  const text = utf8.encode(canonical(evidence));
  const bytes = new Uint8Array(32 + text.length);
  bytes.set(bytesOf(salt));
  bytes.set(text, 32);
  return sha256(bytes);
}

/**
 * Tells whether two commands under one key ask for the same: the digest of their items. What is evidence only (surface,
 * the browser's clock) may differ between retries.
 */
export async function commandDigest(command: Pick<Command, 'items'>): Promise<Digest> {
  return digest(canonical(command.items));
}

function bytesOf(hash: Digest): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError('A digest is 64 lower-case hexadecimal digits.');
  return Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Digest> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
