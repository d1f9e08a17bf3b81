import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Choices } from '#contract/choices.ts';
import { brand } from './http-client.ts';
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

/** A new browser that sends these headers, and what the server took from them. */
const seenAs = async (...values: string[]): Promise<boolean> => {
  const signal = values.map((value) => ['Sec-GPC', value] as [string, string]);
  const opened = await rawRequest(
    server.origin,
    `/v1/${brand}/session`,
    [
      ['Content-Type', 'application/json'],
      ['Evenhand-Client', 'web'],
      ['Origin', server.origin],
      ['Sec-Fetch-Site', 'same-origin'],
      ['Content-Length', '2'],
    ],
    { method: 'POST', body: '{}' },
  );
  expect(opened.status).toBe(200);
  const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
  const { text } = await rawRequest(server.origin, `/v1/${brand}/me/choices`, [['Cookie', cookie], ...signal]);
  return (JSON.parse(text) as Choices).signal.gpc;
};

describe('Sec-GPC', () => {
  test('is the signal when its value is exactly 1', async () => {
    expect(await seenAs('1')).toBe(true);
  });

  test.each(['0', 'true', '1, 1', '01', '"1"', '?1', ''])('is no signal as %j', async (value) => {
    expect(await seenAs(value)).toBe(false);
  });

  test('sent several times is one signal if one of them is 1', async () => {
    expect(await seenAs('0', '1')).toBe(true);
    expect(await seenAs('1', '1')).toBe(true);
    expect(await seenAs('0', '0')).toBe(false);
  });

  test('left out is no signal', async () => {
    expect(await seenAs()).toBe(false);
  });
});
