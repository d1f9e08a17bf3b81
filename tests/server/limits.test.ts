import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { describe, expect, test } from 'vitest';
import { limitRequests } from '#server/limits.ts';

const limit = { burst: 3, perSecond: 2, addresses: 2 };

/** An app with the limit, a clock that stands still, and a way to ask from an address. */
const limited = (behindProxy = false) => {
  let clock = 0;
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(limitRequests(limit, behindProxy, { now: () => clock }));
  app.get('/', (c) => c.text('answered'));
  const ask = async (address: string, forwarded?: string) => {
    const incoming = {
      socket: { remoteAddress: address },
      headersDistinct: forwarded === undefined ? {} : { 'x-forwarded-for': [forwarded] },
    };
    return app.request('/', {}, { incoming });
  };
  return {
    ask,
    statuses: async (address: string, times: number, forwarded?: string): Promise<number[]> => {
      const statuses: number[] = [];
      for (let time = 0; time < times; time += 1) statuses.push((await ask(address, forwarded)).status);
      return statuses;
    },
    later: (ms: number) => {
      clock += ms;
    },
  };
};

describe('requests from one address', () => {
  test('above its rate are answered 503 with Retry-After, and never 429', async () => {
    const { statuses, ask, later } = limited();
    expect(await statuses('192.0.2.1', 5)).toEqual([200, 200, 200, 503, 503]);
    const refused = await ask('192.0.2.1');
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({ code: 'busy', status: 503 });
    later(1_000);
    expect(await statuses('192.0.2.1', 3)).toEqual([200, 200, 503]);
  });

  test('do not count against another address', async () => {
    const { statuses } = limited();
    await statuses('192.0.2.1', 5);
    expect(await statuses('192.0.2.2', 1)).toEqual([200]);
  });

  test('of this machine itself are not counted', async () => {
    const { statuses } = limited();
    expect(await statuses('127.0.0.1', 10)).toEqual(Array(10).fill(200));
    expect(await statuses('::1', 10)).toEqual(Array(10).fill(200));
  });

  test('are remembered for so many addresses only, so that memory stays flat', async () => {
    const { statuses } = limited();
    expect(await statuses('192.0.2.1', 4)).toEqual([200, 200, 200, 503]);
    await statuses('192.0.2.2', 1);
    await statuses('192.0.2.3', 1);
    expect(await statuses('192.0.2.1', 1)).toEqual([200]);
  });
});

describe('behind a proxy', () => {
  test('the address is the one the proxy wrote down, not what the customer claimed before it', async () => {
    const { statuses } = limited(true);
    expect(await statuses('127.0.0.1', 4, '192.0.2.1')).toEqual([200, 200, 200, 503]);
    expect(await statuses('127.0.0.1', 1, '203.0.113.9, 192.0.2.1')).toEqual([503]);
    expect(await statuses('127.0.0.1', 1, '192.0.2.1, 203.0.113.9')).toEqual([200]);
  });

  test('without one, what a customer writes into the header is not believed', async () => {
    const { statuses } = limited();
    await statuses('192.0.2.1', 3);
    expect(await statuses('192.0.2.1', 1, '203.0.113.9')).toEqual([503]);
  });
});
