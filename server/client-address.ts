import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/** Is this an address, or a name, of this machine itself. */
export const isLoopback = (address: string): boolean =>
  /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$|^\[::1\]$|^localhost$/.test(address);

/**
 * The address a customer comes from. Behind a proxy it is the one that the proxy itself wrote down: the last in
 * `X-Forwarded-For`; what stands before it is hearsay.
 */
export function clientAddress(incoming: IncomingMessage, behindProxy: boolean): string {
  const peer = incoming.socket.remoteAddress ?? '';
  if (!behindProxy) return peer;
  const forwarded = incoming.headersDistinct['x-forwarded-for']?.at(-1)?.split(',').at(-1)?.trim() ?? '';
  return isIPv4(forwarded) || isIPv6(forwarded) ? forwarded : peer;
}

/** The part of an address that names a network and not a household: /24 of IPv4, /48 of IPv6; null = neither. */
export function addressPrefix(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(plain)) return plain.replace(/\.\d+$/, '.0/24');
  if (!isIPv6(plain)) return null;
  const [left = '', right] = plain.split('%')[0]?.split('::') ?? [];
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const groups = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return `${groups
    .slice(0, 3)
    .map((group) => group.toLowerCase().padStart(4, '0'))
    .join(':')}::/48`;
}
