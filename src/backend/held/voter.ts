import type { Subject } from '#backend/subject-store.ts';
import type { Digest, Id } from '#contract/primitives.ts';

const bytesOf = (hexadecimal: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hexadecimal.length / 2 }, (_, index) =>
    Number.parseInt(hexadecimal.slice(index * 2, index * 2 + 2), 16),
  );

/**
 * Names a customer on cards of one week: HMAC-SHA-256 of subject and card under the week's key. Without the key, which is
 * destroyed when the week closes, nobody can tell whose it was, nor that two of them are the same customer's.
 */
export const voterOf = async (key: string, { id }: Subject): Promise<(card: Id) => Promise<Digest>> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const;
  const imported = await crypto.subtle.importKey('raw', bytesOf(key), algorithm, false, ['sign']);
  return async (card) => {
    const mac = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(`${id} ${card}`));
    return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
};
