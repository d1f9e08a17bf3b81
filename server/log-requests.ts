import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { contract } from '#contract/contract.ts';
import { route } from '#backend/serving/route.ts';
import type { Log } from './log.ts';

/**
 * One line a request: its number, method, the pattern of its address, its status and how long it took. Never the
 * address itself, a header or a body: who decided what is in the record, and nowhere else.
 */
export function logRequests(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const id = randomUUID();
    const started = performance.now();
    await next();
    c.res.headers.set('Request-Id', id);
    const line = {
      id,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    // Probes come every few seconds and say the same: they are for whoever looks closely.
    const level = c.req.path.startsWith('/health/') ? 'debug' : c.res.status >= 500 ? 'error' : 'info';
    log[level](line, 'request');
  };
}

/** The pattern of the address that a request asked for; it says nothing of who asked. */
export const routeOf = (c: Context): string => {
  const found = route(c.req.method, c.req.path);
  return found && 'name' in found ? `/v1/{brand}${contract[found.name].path}` : routePath(c);
};
