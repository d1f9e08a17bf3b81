import type { MiddlewareHandler } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Problem } from '#contract/problem.ts';
import { clientAddress, isLoopback } from './client-address.ts';

export interface RequestLimit {
  /** Requests that one address may make at once after a rest. */
  readonly burst: number;
  readonly perSecond: number;
  /** Addresses seen at once before the oldest are forgotten. */
  readonly addresses: number;
}

export const defaultRequestLimit: RequestLimit = { burst: 300, perSecond: 50, addresses: 20_000 };

/**
 * Of sessions: each may make a row that stays, and a person opens one a visit. Many people can share an address, so
 * that there is room for an office.
 */
export const defaultSessionLimit: RequestLimit = { burst: 60, perSecond: 1, addresses: 20_000 };

const busy: Problem = {
  type: '/problems/busy',
  code: 'busy',
  title: 'Busy',
  status: 503,
  detail: 'Too many requests came from this address. Nothing was stored by this one; send it again after Retry-After.',
};

/**
 * A token bucket for each address, kept in memory only. Above it the answer is 503 with Retry-After, never 429: the
 * client keeps its key and its intent, so that a withdrawal is late and not refused (I1). This machine itself is not
 * counted: what it sends is the operator's own, or a proxy's that did not say for whom.
 */
export function limitRequests(
  limit: RequestLimit,
  behindProxy: boolean,
  { now = () => performance.now(), onRefusal = () => {} }: { now?: () => number; onRefusal?: () => void } = {},
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const buckets = new Map<string, { tokens: number; at: number }>();

  return async (c, next) => {
    const address = clientAddress(c.env.incoming, behindProxy);
    if (isLoopback(address)) return next();
    const at = now();
    const last = buckets.get(address) ?? { tokens: limit.burst, at };
    const tokens = Math.min(limit.burst, last.tokens + ((at - last.at) / 1000) * limit.perSecond);
    // Set anew, so that the map stays in the order of last use.
    buckets.delete(address);
    buckets.set(address, { tokens: Math.max(0, tokens - 1), at });
    const oldest = buckets.size > limit.addresses ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
    if (tokens >= 1) return next();
    onRefusal();
    return c.body(JSON.stringify(busy), 503, {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'Retry-After': String(Math.max(1, Math.ceil((1 - tokens) / limit.perSecond))),
    });
  };
}
