import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BackendError } from '#backend/port.ts';
import { describeError } from '#server/log.ts';
import { brand, newKey } from './http-client.ts';
import { rawRequest } from './raw-request.ts';
import { removeFolders } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.stop();
  removeFolders();
});

const canaries = {
  email: 'canary.person@example.com',
  phone: '+44 7700 900123',
  token: 'canary-token-4f1c2b9ae07d',
  agent: 'CanaryBrowser/7.0',
  address: '203.0.113.77',
  query: 'canary-query',
  surface: 'canary-surface',
  answer: 'canary-answer',
  reason: 'canary-reason',
};

describe('the log', () => {
  test('has one line for each request: what kind it was, how it ended, how long it took', async () => {
    const maya = server.client();
    await maya.signIn('maya');
    await maya.decided([{ choice: 'purchases.recommendations', value: 'off' }]);
    await maya.request('GET', `/v1/${brand}/me/decisions/1/receipt`);
    await maya.request('GET', `/v1/${brand}/notices/1`);
    await maya.request('GET', '/somebody/data/purchases');
    await maya.request('GET', '/demo/maya');
    const lines = server.logLines().filter(({ msg }) => msg === 'request');
    expect(lines.map(({ method, route, status }) => `${String(method)} ${String(route)} ${String(status)}`)).toEqual([
      'POST /v1/{brand}/session 200',
      'POST /v1/{brand}/me/decisions 200',
      'GET /v1/{brand}/me/decisions/{seq}/receipt 200',
      'GET /v1/{brand}/notices/{version} 200',
      'GET /* 404',
      'GET /demo/:persona 200',
    ]);
    for (const line of lines) {
      expect(Object.keys(line).toSorted()).toEqual(['id', 'level', 'method', 'ms', 'msg', 'route', 'status', 'time']);
    }
  });

  test('carries nothing of a customer or of what their browser sent, however they send it', async () => {
    const maya = server.client();
    const headers = {
      'User-Agent': canaries.agent,
      Authorization: `Bearer ${canaries.token}`,
      'X-Forwarded-For': canaries.address,
      Referer: `https://example.com/?q=${canaries.query}`,
    };
    const opened = await maya.request('POST', `/v1/${brand}/session`, { body: { demo: 'maya' }, headers });
    const secret = /=([\w-]+);/.exec(opened.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
    expect(secret).toHaveLength(43);
    const key = newKey();
    const sent = await maya.request('POST', `/v1/${brand}/me/decisions`, {
      body: { items: [{ choice: 'sizes.advice', value: 'off' }], surface: canaries.surface },
      headers: { ...headers, 'Idempotency-Key': key },
    });
    const { entry } = (await sent.json()) as { entry: { hash: string } };

    const answered = await maya.request('POST', `/v1/${brand}/me/profile/never/answers`, {
      body: { value: canaries.answer },
      headers: { ...headers, 'Idempotency-Key': newKey() },
    });
    const said = await maya.request('POST', `/v1/${brand}/me/expectations`, {
      body: { card: 'purchases', answer: 'not_ok', reason: canaries.reason },
      headers,
    });
    const found = await maya.request('GET', `/v1/${brand}/me/records?search=${canaries.query}`, { headers });
    expect([answered.status, said.status, found.status]).toEqual([200, 200, 200]);

    const path = `/${encodeURIComponent(canaries.email)}?phone=${encodeURIComponent(canaries.phone)}&q=${canaries.query}`;
    await maya.request('GET', path, { headers });
    await maya.request('GET', `/v1/${brand}/notices/1${path}`, { headers });
    await maya.request('POST', `/v1/${brand}/me/decisions`, { body: { [canaries.email]: canaries.phone }, headers });
    const halfJson = `{"items": "${canaries.email}`;
    await rawRequest(
      server.origin,
      `/v1/${brand}/me/decisions`,
      [
        ['Content-Type', 'application/json'],
        ['Content-Length', String(halfJson.length)],
        ['Evenhand-Client', 'web'],
        ['Origin', server.origin],
        ['Idempotency-Key', canaries.token],
      ],
      { method: 'POST', body: halfJson },
    );

    const log = server.logText();
    const personal = {
      ...canaries,
      secret,
      key,
      hash: entry.hash,
      name: 'Maya',
      persona: 'maya',
      loopback: '127.0.0.1',
    };
    for (const [what, value] of Object.entries(personal)) {
      expect(log.includes(value), `${what} is in the log`).toBe(false);
      expect(log.includes(encodeURIComponent(value)), `${what} is in the log, encoded`).toBe(false);
    }
    expect(log).not.toMatch(/[0-9a-f]{64}/);
  });
});

describe('what is said of an error', () => {
  test('is its name, its words and its place in our code', () => {
    const said = describeError(new TypeError('the disk is full'));
    expect(said.error).toBe('TypeError: the disk is full');
    expect(said.stack).toContain('logs.test.ts');
  });

  test('is not the text that could not be read', () => {
    let thrown: unknown;
    try {
      JSON.parse(`{"email": ${canaries.email}}`);
    } catch (error) {
      thrown = error;
    }
    expect(JSON.stringify(describeError(thrown))).not.toContain('canary');
    expect(describeError({ email: canaries.email })).toEqual({ error: 'object' });
  });

  test('says what an error came of, as far down as it goes, and nothing that it quotes', () => {
    const quoting = new SyntaxError(`Unexpected token in ${canaries.email}`);
    const inner = new TypeError('the state has no heads', { cause: quoting });
    const said = describeError(new BackendError('internal', 'Something broke on this side.', { cause: inner }));
    expect(said.cause).toMatchObject({ error: 'TypeError: the state has no heads' });
    expect(said.cause?.stack).toContain('logs.test.ts');
    expect(said.cause?.cause).toMatchObject({ error: 'SyntaxError: unreadable input' });
    expect(JSON.stringify(said)).not.toContain('canary');
  });

  test('comes to an end with an error that came of itself', () => {
    const circle = new Error('round and round');
    circle.cause = circle;
    expect(JSON.stringify(describeError(circle)).length).toBeLessThan(10_000);
  });
});
