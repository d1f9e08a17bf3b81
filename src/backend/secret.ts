import type { Digest } from '#contract/primitives.ts';

const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes));

/** A session's secret: 256 random bits, as a cookie can carry them. */
export const newSecret = (): string => {
  const text = btoa(String.fromCharCode(...random(32)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
};

/** A salt: 256 random bits, hexadecimal. */
export const newSalt = (): Digest => Array.from(random(32), (byte) => byte.toString(16).padStart(2, '0')).join('');
