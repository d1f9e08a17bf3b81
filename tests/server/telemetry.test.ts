import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { brand, newKey, type HttpClient } from './http-client.ts';
import { recordTelemetry } from './recording-telemetry.ts';
import { removeFolders } from './temporary-folder.ts';
import { startTestServer, type TestServer } from './test-server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const recording = recordTelemetry();
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const callerSpan = '00f067aa0ba902b7';

/** What must be nowhere in what is measured: who it is, where from, with what, and what was chosen. */
const secrets = {
  agent: 'CanaryBrowser/7.7',
  header: 'canary-value@example.com',
  path: '/canary-name-in-a-path',
  choice: 'sizes.advice',
};

let server: TestServer;
let client: HttpClient;
const key = newKey();
const withdrawal = [{ choice: secrets.choice, value: 'off' }];

beforeAll(async () => {
  server = await startTestServer();
  client = server.client();
  await client.signIn('maya');
  await client.decided(withdrawal, key);
  await client.decide(withdrawal, key);
  await client.request('POST', `/v1/${brand}/me/decisions`, {
    body: { items: withdrawal },
    headers: {
      'Idempotency-Key': newKey(),
      'User-Agent': secrets.agent,
      'X-Mail': secrets.header,
      traceparent: `00-${traceId}-${callerSpan}-01`,
    },
  });
  await client.decide([{ choice: secrets.choice, value: 'on' }]);
  await client.request('GET', secrets.path);
  await client.request('GET', `/v1/${brand}/me/decisions/${encodeURIComponent(secrets.header)}/receipt`);
});
afterAll(async () => {
  await server.stop();
  removeFolders();
});

const decisions = `/v1/{brand}/me/decisions`;

describe('a registered SDK', () => {
  test('is told of every request by the pattern of its address and its status', () => {
    const took = recording.measurements.filter((one) => one.instrument === 'http.server.request.duration');
    const counted = (route: string, status: number) =>
      took.filter(
        ({ attributes }) => attributes['http.route'] === route && attributes['http.response.status_code'] === status,
      ).length;
    expect(counted(decisions, 200)).toBe(3);
    expect(counted(decisions, 428)).toBe(1);
    expect(counted(`${decisions}/{seq}/receipt`, 400)).toBe(1);
    expect(took.every(({ value }) => value > 0 && value < 30)).toBe(true);
    expect(recording.spans.filter(({ name }) => name === `POST ${decisions}`)).toHaveLength(4);
    expect(recording.sum('http.server.active_requests')).toBe(0);
  });

  test('is told what became of decisions: stored, replayed, refused, and by item', () => {
    expect(recording.sum('evenhand.decisions', { 'evenhand.result': 'stored' })).toBe(2);
    expect(recording.sum('evenhand.decisions', { 'evenhand.result': 'replayed' })).toBe(1);
    expect(recording.sum('evenhand.decision.items', { 'evenhand.outcome': 'applied' })).toBe(2);
    expect(recording.sum('evenhand.refusals', { 'evenhand.code': 'unseen', 'evenhand.call': 'decide' })).toBe(1);
    expect(recording.sum('evenhand.refusals', { 'evenhand.code': 'malformed' })).toBe(1);
  });

  test('is told how long each write took, inside the request that made it and the trace that the caller named', () => {
    const request = recording.spans.find((span) => span.parentId === callerSpan);
    expect(request).toMatchObject({ name: `POST ${decisions}`, traceId });
    const write = recording.spans.find((span) => span.name === 'append' && span.traceId === traceId);
    expect(write).toMatchObject({ parentId: request?.spanId, attributes: { 'evenhand.result': 'stored' } });
    const took = recording.measurements.filter((one) => one.instrument === 'evenhand.append.duration');
    expect(took.length).toBe(recording.spans.filter(({ name }) => name === 'append').length);
    expect(recording.sum('evenhand.append.active')).toBe(0);
    // Every write was in a commit, and some of them may have shared one.
    expect(recording.sum('evenhand.commit.writes')).toBe(took.length);
  });

  test('finds a request in the log by its number, which is on its span', () => {
    const numbers = recording.spans.flatMap(({ attributes }) => attributes['evenhand.request_id'] ?? []);
    const logged = server.logLines().filter(({ msg }) => msg === 'request');
    expect(new Set(numbers)).toEqual(new Set(logged.map(({ id }) => id)));
    expect(numbers.length).toBe(logged.length);
  });

  test('learns of nobody: no customer, address, browser, key, choice or value is in anything it is told', async () => {
    const told = JSON.stringify([recording.spans, recording.measurements]);
    const everything = [...Object.values(secrets), key, 'maya', '127.0.0.1', '"on"', '"off"'];
    expect(everything.filter((secret) => told.includes(secret))).toEqual([]);
    expect((await namesOf(client)).filter((name) => told.includes(name))).toEqual([]);
  });
});

/** What would tell a customer from another: what the log and the page know them by. */
async function namesOf(of: HttpClient): Promise<string[]> {
  const { entries } = await of.decisions();
  const { customer } = await of.choices();
  if (customer === undefined) throw new Error('The choices name no customer.');
  return [customer, ...entries.map(({ hash }) => hash)];
}
