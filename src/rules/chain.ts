import type { Command } from '#contract/decisions.ts';
import type { Digest } from '#contract/primitives.ts';
import type { UnsealedEntry } from './fold.ts';

/** Marks a link of the chain, so that its bytes can never be taken for those of anything else that is hashed. */
const LINK = 0x01;

const utf8 = new TextEncoder();

/**
 * SHA-256 of bytes, in lower-case hexadecimal. What is hashed is said here, once; who does the arithmetic may differ: by
 * default the one that browsers and Node share, on a server one that answers without a trip to another thread.
 */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Digest | Promise<Digest>;

/** The canonical texts of values that never change. */
const texts = new WeakMap<object, string>();

/** Characters that JSON writes as they are: no control, quote, backslash or surrogate. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/**
 * The canonical JSON of a value (RFC 8785): the same text for the same value everywhere. Throws a TypeError for what is
 * not JSON. Ours, because every decision makes four such texts, one of them of 4 kB; the tests hold it to the reference
 * implementation.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numeral(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && !('toJSON' in value)) return members(value as Readonly<Record<string, unknown>>);
  throw new TypeError('Only JSON has a canonical form; this value has none.');
}

/**
 * The same value, which is never changed from now on: its canonical text is made once, wherever the value stands. Most
 * of a receipt is what its notice says, and that is the same in every receipt.
 */
export function constant<T extends Readonly<Record<string, unknown>>>(value: T): T {
  texts.set(value, canonical(value));
  return value;
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export async function digest(text: string, sha256: Sha256 = webSha256): Promise<Digest> {
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
export async function seal(previous: Digest | null, body: string, sha256: Sha256 = webSha256): Promise<Digest> {
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
export async function commitTo(salt: Digest, evidence: unknown, sha256: Sha256 = webSha256): Promise<Digest> {
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
export async function commandDigest(command: Pick<Command, 'items'>, sha256: Sha256 = webSha256): Promise<Digest> {
  return digest(canonical(command.items), sha256);
}

function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (text.isWellFormed()) return JSON.stringify(text);
  throw new TypeError('Half of a surrogate pair has no canonical form. Send whole characters.');
}

/** RFC 8785 writes numbers as ECMAScript does, which has one zero in writing. */
function numeral(value: number): string {
  if (Number.isFinite(value)) return String(value);
  throw new TypeError(`${value} is no number of JSON and has no canonical form.`);
}

/** Sorted by UTF-16 code units, as JavaScript compares strings. What is undefined is not there. */
function members(object: Readonly<Record<string, unknown>>): string {
  const known = texts.get(object);
  if (known !== undefined) return known;
  let text = '';
  for (const name of Object.keys(object).toSorted()) {
    const value = object[name];
    if (value !== undefined) text += `${text === '' ? '' : ','}${quoted(name)}:${canonical(value)}`;
  }
  return `{${text}}`;
}

function bytesOf(hash: Digest): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError('A digest is 64 lower-case hexadecimal digits.');
  return Uint8Array.from({ length: 32 }, (_, index) => Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16));
}

async function webSha256(bytes: Uint8Array<ArrayBuffer>): Promise<Digest> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
