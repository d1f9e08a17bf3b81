import { describe, expect, test, vi } from 'vitest';
import { BackendError, type Backend, type Caller } from './port.ts';
import { serve, type ServeOptions } from './serve.ts';

const origin = 'https://shop.example';

/** A backend of which one call is known, behind `serve`, and the callers it was connected to. */
const serving = (calls: Partial<Backend>, options: Partial<ServeOptions> = {}) => {
  const callers: Caller[] = [];
  const report = vi.fn<NonNullable<ServeOptions['report']>>();
  const handle = serve(
    (caller) => {
      callers.push(caller);
      return calls as Backend;
    },
    { session: { secure: true }, report, ...options },
  );
  return { handle, callers, report };
};

const get = (path: string, headers: Record<string, string> = {}) =>
  new Request(`${origin}/v1/shop${path}`, { headers });

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(`${origin}/v1/shop${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Evenhand-Client': 'web', Origin: origin, ...headers },
    body: JSON.stringify(body),
  });

const session = { customer: { name: 'Maya' }, expiresAt: '2026-11-23T12:00:00.000Z' };

const opening = async (): Promise<typeof session> => session;

const failingWith = (error: unknown) =>
  serving({
    getChoices: async () => {
      throw error;
    },
  });

describe('serve', () => {
  test('answers 500 for what is no BackendError, tells nobody what it was, and reports it under a number', async () => {
    const error = new TypeError('secret of the house');
    const { handle, report } = failingWith(error);
    const answer = await handle(get('/me/choices'));
    const problem = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, problem.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(problem)).not.toContain('secret');
    const [reported, where] = report.mock.calls[0] ?? [];
    expect(reported).toBe(error);
    expect(where?.call).toBe('getChoices');
    expect(problem.detail).toContain(where?.id);
  });

  test('answers 500 for a code that only a client can have', async () => {
    const { handle, report } = failingWith(new BackendError('offline', 'no way out'));
    expect((await handle(get('/me/choices'))).status).toBe(500);
    expect(report).toHaveBeenCalledOnce();
  });

  test('answers 500 even where connecting throws, and where the answer is not JSON', async () => {
    const broken = serve(
      () => {
        throw new Error('no');
      },
      { session: { secure: false } },
    );
    expect((await broken(get('/me/choices'))).status).toBe(500);
    const { handle } = serving({ closeSession: async () => ({ big: 1n }) as never });
    const closing = new Request(`${origin}/v1/shop/session`, {
      method: 'DELETE',
      headers: { 'Evenhand-Client': 'web', Origin: origin },
    });
    expect((await handle(closing)).status).toBe(500);
  });

  test.for([
    ['busy', 503, null, '1'],
    ['busy', 503, 2400, '3'],
    ['too_many', 429, 60_000, '60'],
  ] as const)('asks to come back: %s', async ([code, status, retryAfter, seconds]) => {
    const { handle } = failingWith(new BackendError(code, 'later', { retryAfter }));
    const answer = await handle(get('/me/choices'));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, seconds]);
  });

  test('reports why it was busy, and no refusal', async () => {
    const busy = failingWith(new BackendError('busy', 'later', { cause: new Error('disk full') }));
    await busy.handle(get('/me/choices'));
    expect(busy.report).toHaveBeenCalledOnce();
    const refused = failingWith(new BackendError('signed_out', 'none', { cause: new Error('expired') }));
    await refused.handle(get('/me/choices'));
    expect(refused.report).not.toHaveBeenCalled();
  });

  test('sets a cookie that only this host can have set, and takes it back', async () => {
    const { handle } = serving({ openSession: opening });
    expect((await handle(post('/session', {}))).headers.getSetCookie()).toEqual([]);
    const writing = serve(
      (caller) =>
        ({
          openSession: async () => {
            caller.session.write('the-secret', session.expiresAt);
            return session;
          },
        }) as Partial<Backend> as Backend,
      { session: { secure: true } },
    );
    expect((await writing(post('/session', {}))).headers.getSetCookie()).toEqual([
      '__Host-evenhand-shop=the-secret; Path=/; HttpOnly; SameSite=Lax; Expires=Mon, 23 Nov 2026 12:00:00 GMT; Secure',
    ]);
  });

  test('reads the brand’s own cookie among others, and no other whose name is like it', async () => {
    const { handle, callers } = serving({ openSession: opening });
    for (const cookie of [
      'a=1; __Host-evenhand-shop=t=1; b=2',
      'x__Host-evenhand-shop=t',
      '__Host-evenhand-shop=',
      '__Host-evenhand-shop',
      '__Host-evenhand-shop-two=t; evenhand-shop=t; __Host-evenhand=t',
    ]) {
      await handle(post('/session', {}, { Cookie: cookie }));
    }
    expect(callers.map((caller) => caller.session.read())).toEqual(['t=1', null, null, null, null]);
  });

  test('keeps the session where it is told to, when there are no cookies', async () => {
    let token: string | null = null;
    const port: Caller['session'] = {
      read: () => token,
      write(value) {
        token = value;
      },
    };
    const { handle, callers } = serving({ openSession: opening }, { session: port });
    const answer = await handle(post('/session', {}));
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(callers[0]?.session).toBe(port);
  });

  test('believes the origins that it is given instead of the address', async () => {
    const { handle } = serving({ openSession: opening }, { origins: () => ['https://public.example'] });
    expect((await handle(post('/session', {}))).status).toBe(403);
    expect((await handle(post('/session', {}, { Origin: 'https://public.example' }))).status).toBe(200);
    const unchecked = serving({ openSession: opening }, { origins: () => 'unchecked' });
    expect((await unchecked.handle(post('/session', {}, { Origin: 'https://evil.example' }))).status).toBe(200);
  });

  test('tells the backend who calls: brand, signal, evidence, and whether demos are allowed', async () => {
    const evidence = { ipPrefix: '10.0.0.0/24', userAgent: 'a browser' };
    const { handle, callers } = serving(
      { openSession: opening },
      { demoAllowed: () => true, evidence: () => evidence, headerValues: () => ['0', '1'] },
    );
    await handle(post('/session', {}));
    expect(callers[0]).toMatchObject({ brand: 'shop', gpc: true, demoAllowed: true, evidence });
    const plain = serving({ openSession: opening });
    await plain.handle(post('/session', {}, { 'Sec-GPC': '1, 1' }));
    expect(plain.callers[0]).toMatchObject({ gpc: false, demoAllowed: false });
  });

  test('takes a session from no query and a query from no decision', async () => {
    const { handle } = serving({ openSession: opening });
    expect((await handle(post('/session?demo=maya', {}))).status).toBe(400);
  });

  test('puts the fields of headers into headers and of the body into the body', async () => {
    const given: unknown[] = [];
    const { handle } = serving({
      decide: async (input) => {
        given.push(input);
        return { entry: { seq: 1 }, receipt: 'r', replayed: true } as unknown as Awaited<ReturnType<Backend['decide']>>;
      },
    });
    const items = [{ choice: 'a.b', value: 'off' }];
    const answer = await handle(post('/me/decisions', { items }, { 'Idempotency-Key': '"0123456789abcdef"' }));
    expect(given).toEqual([{ items, key: '0123456789abcdef' }]);
    expect(answer.headers.get('idempotency-replayed')).toBe('true');
    expect(await answer.json()).toEqual({ entry: { seq: 1 }, receipt: 'r' });
  });
});
