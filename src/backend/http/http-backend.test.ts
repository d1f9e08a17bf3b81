import { describe, expect, test } from 'vitest';
import { BackendError } from '#backend/port.ts';
import { httpBackend } from './http-backend.ts';

const hash = 'a'.repeat(64);
const entry = {
  seq: 4,
  at: '2026-11-22T14:02:00.000Z',
  by: 'customer',
  notice: { version: 1, hash },
  raced: false,
  hash,
  items: [
    {
      choice: 'a.b',
      value: 'off',
      outcome: 'applied',
      before: 'on',
      seq: 4,
      until: null,
      gpcAck: false,
    },
  ],
};
const command = { key: '0123456789abcdef', items: [{ choice: 'a.b', value: 'off' }] };

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

const problem = (code: string, status: number, headers: Record<string, string> = {}, more: object = {}) =>
  json({ type: `/problems/${code}`, code, title: 't', status, detail: 'd', ...more }, status, {
    'Content-Type': 'application/problem+json',
    ...headers,
  });

/** The adapter over a server that answers with what it is given; and what it was asked. */
const over = (answer: Response | (() => Promise<Response>)) => {
  const asked: { url: string; init: RequestInit }[] = [];
  const backend = httpBackend({
    baseUrl: 'https://api.example',
    brand: 'halden-row',
    timeout: 50,
    fetch: async (url, init) => {
      asked.push({ url, init });
      return answer instanceof Response ? answer.clone() : answer();
    },
  });
  return { backend, asked };
};

const failure = async (call: Promise<unknown>): Promise<BackendError> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BackendError);
  return error as BackendError;
};

describe('what it asks', () => {
  test('a decision: path, key as a header, the rest as the body, and nothing cached', async () => {
    const { backend, asked } = over(json({ entry, receipt: 'r' }));
    await backend.decide({ ...command, surface: 'center', clientTime: undefined }, { keepalive: true });
    const [{ url, init }] = asked as [(typeof asked)[0]];
    expect(url).toBe('https://api.example/v1/halden-row/me/decisions');
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', cache: 'no-store', keepalive: true });
    expect(init.headers).toEqual({
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'Evenhand-Client': 'web',
      'Idempotency-Key': command.key,
    });
    expect(JSON.parse(init.body as string)).toEqual({ items: command.items, surface: 'center' });
  });

  test('a page of the log: what is given in the query, and no body', async () => {
    const { backend, asked } = over(json({ entries: [], next: null, head: null }));
    await backend.listDecisions({ cursor: 's5&x=1', limit: 10 });
    await backend.listDecisions({});
    expect(asked.map(({ url }) => url.split('/me/')[1])).toEqual(['decisions?cursor=s5%26x%3D1&limit=10', 'decisions']);
    expect(asked[0]?.init.body).toBe(undefined);
  });

  test('a receipt: the number in the path', async () => {
    const { backend, asked } = over(json({ receipt: 'r' }));
    await backend.getReceipt({ seq: 12 });
    expect(asked[0]?.url).toContain('/me/decisions/12/receipt');
  });
});

describe('what it believes', () => {
  test('an answer as the contract promises it, with what travels as headers', async () => {
    const { backend } = over(json({ entry, receipt: 'r' }));
    expect(await backend.decide(command)).toEqual({ entry, receipt: 'r', replayed: false });
    const replayed = over(json({ entry, receipt: 'r' }, 200, { 'Idempotency-Replayed': 'true' }));
    expect((await replayed.backend.decide(command)).replayed).toBe(true);
  });

  const other = (item: object) => ({ entry: { ...entry, items: [{ ...entry.items[0], ...item }] }, receipt: 'r' });
  test.for<[string, Response]>([
    ['not the shape', json({ entry: { ...entry, seq: '4' }, receipt: 'r' })],
    ['no entry', json({ ok: true })],
    ['null', json(null)],
    ['a list', json([])],
    ['another choice', json(other({ choice: 'a.c' }))],
    ['another value', json(other({ value: 'on' }))],
    [
      'a choice more',
      json({ entry: { ...entry, items: [...entry.items, { ...entry.items[0], choice: 'a.c' }] }, receipt: 'r' }),
    ],
    ['no choice', json({ entry: { ...entry, items: [] }, receipt: 'r' })],
    ['a page of HTML', new Response('<p>Welcome to the hotel</p>', { headers: { 'Content-Type': 'text/html' } })],
    ['a right body under a wrong type', json({ entry, receipt: 'r' }, 200, { 'Content-Type': 'text/plain' })],
    ['a body that broke off', new Response('{"entry":{"seq":4', { headers: { 'Content-Type': 'application/json' } })],
    ['nothing', new Response(null, { status: 204 })],
    ['a problem that says 200', problem('stale', 200)],
    ['a problem of no known kind', problem('teapot', 418)],
    ['a 404 of somebody else', new Response('not here', { status: 404 })],
    [
      'a problem that is not JSON',
      new Response('oops', { status: 400, headers: { 'Content-Type': 'application/problem+json' } }),
    ],
  ])('F5: never takes for a success: %s', async ([, answer]) => {
    expect((await failure(over(answer).backend.decide(command))).code).toBe('bad_answer');
  });

  test('a problem by its code, with what holds now and when to come back', async () => {
    const current = [{ choice: 'a.b', decided: null, effective: 'on', why: 'default', since: null, seq: 0 }];
    const stale = await failure(over(problem('stale', 412, {}, { current })).backend.decide(command));
    expect(stale).toMatchObject({ code: 'stale', detail: 'd', status: 412, current, retryAfter: null });
    const busy = await failure(over(problem('busy', 503, { 'Retry-After': '7' })).backend.decide(command));
    expect(busy).toMatchObject({ code: 'busy', retryAfter: 7000 });
  });

  test('a date to come back at, and no nonsense', async () => {
    const later = new Date(Date.now() + 90_000).toUTCString();
    const date = await failure(over(problem('busy', 503, { 'Retry-After': later })).backend.decide(command));
    expect(date.retryAfter).toBeGreaterThan(85_000);
    expect(date.retryAfter).toBeLessThanOrEqual(90_000);
    const past = await failure(
      over(problem('busy', 503, { 'Retry-After': new Date(0).toUTCString() })).backend.decide(command),
    );
    expect(past.retryAfter).toBe(0);
    const nonsense = await failure(over(problem('busy', 503, { 'Retry-After': 'soon' })).backend.decide(command));
    expect(nonsense.retryAfter).toBe(null);
  });

  test.for([500, 502, 503, 504, 429])('a %i without a reason means: busy', async (status) => {
    const answer = new Response('<h1>Bad Gateway</h1>', {
      status,
      headers: { 'Content-Type': 'text/html', 'Retry-After': '2' },
    });
    expect(await failure(over(answer).backend.decide(command))).toMatchObject({ code: 'busy', retryAfter: 2000 });
  });

  test('no connection means: offline', async () => {
    const { backend } = over(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await failure(backend.getChoices({}))).code).toBe('offline');
  });

  test('a body that never ends means: timeout; so does giving up', async () => {
    const waiting = httpBackend({
      baseUrl: '',
      brand: 'halden-row',
      timeout: 20,
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        }),
    });
    expect((await failure(waiting.getChoices({}))).code).toBe('timeout');
    const given = new AbortController();
    const call = waiting.getChoices({}, { signal: given.signal });
    given.abort();
    expect((await failure(call)).code).toBe('timeout');
    const endless = over(async () => {
      const body = new ReadableStream({
        start: (controller) => {
          setTimeout(() => controller.error(new DOMException('timed out', 'TimeoutError')), 60);
        },
      });
      return new Response(body, { headers: { 'Content-Type': 'application/json' } });
    });
    expect((await failure(endless.backend.getChoices({}))).code).toBe('timeout');
  });
});
