import { afterEach, describe, expect, test, vi } from 'vitest';
import { START, testEdition } from '#tests/conformance/test-brand.ts';
import { openBackend, parseConfig } from './open-backend.ts';
import type { BackendError } from './port.ts';
import { publish, type ServedBrand } from './published-brand.ts';

afterEach(() => vi.unstubAllGlobals());

const served = async (brand: string): Promise<ServedBrand> => ({
  brand: publish(null, await testEdition(brand, 1), START),
  holder: { demo: async () => null },
});

/** A browser with nothing but localStorage, which pages share. */
const browserWith = (gpc: boolean) => {
  const kept = new Map<string, string>();
  vi.stubGlobal('indexedDB', undefined);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('navigator', { globalPrivacyControl: gpc });
};

describe('a configuration', () => {
  test('names a backend', () => {
    const http = { backend: 'http', baseUrl: '', brand: 'halden-row' };
    expect(parseConfig(http)).toEqual(http);
    expect(parseConfig({ ...http, backend: 'c15t' })).toEqual({ ...http, backend: 'c15t' });
    expect(parseConfig({ backend: 'memory', brand: 'halden-row' })).toEqual({ backend: 'memory', brand: 'halden-row' });
  });

  test.for<[unknown, string]>([
    [null, 'backend'],
    [{ backend: 'postgres', brand: 'halden-row' }, 'backend'],
    [{ backend: 'http', brand: 'halden-row' }, 'baseUrl'],
    [{ backend: 'memory', brand: 'Halden & Row' }, 'brand'],
  ])('that is wrong is refused with what is wrong and how to write it: %o', ([given, field]) => {
    expect(() => parseConfig(given)).toThrow(`evenhand.json cannot be used because of: ${field}. Write {`);
  });
});

describe('the backend without a server', () => {
  test('keeps what was decided in this browser for the next page, and says that it keeps it there only', async () => {
    browserWith(false);
    const config = { backend: 'memory', brand: 'a-brand' } as const;
    const page = await openBackend(config, served);
    await page.openSession({});
    const off = [{ choice: 'browsing.ads', value: 'off' }];
    const { entry } = await page.decide({ key: 'a-key-of-this-test', items: off });
    const next = await openBackend(config, served);
    await next.openSession({});
    expect((await next.getCapabilities({})).durability).toBe('browser');
    expect((await next.listDecisions({})).entries).toEqual([entry]);
    expect(await next.decide({ key: 'a-key-of-this-test', items: off })).toMatchObject({ entry, replayed: true });
  });

  test('reads the signal of the browser itself', async () => {
    browserWith(true);
    const page = await openBackend({ backend: 'memory', brand: 'a-brand' }, served);
    await page.openSession({});
    const { signal, choices } = await page.getChoices({});
    expect(signal.gpc).toBe(true);
    expect(choices.find((one) => one.choice === 'browsing.ads')).toMatchObject({ effective: 'off', why: 'gpc' });
  });

  test('believes openSession about the signal, for a page that must say it', async () => {
    browserWith(false);
    const page = await openBackend({ backend: 'memory', brand: 'a-brand' }, served);
    await page.openSession({ gpc: true });
    expect((await page.getChoices({})).signal.gpc).toBe(true);
  });
});

const codeOf = (error: unknown) => (error as BackendError).code;

describe('a backend over HTTP', () => {
  const entry = { seq: 1, at: START, by: 'customer', notice: { version: 1, hash: 'a'.repeat(64) }, raced: false };
  const item = { choice: 'a.b', value: 'off', outcome: 'applied', before: null, seq: 1, until: null, gpcAck: false };

  const decided = { value: 'off', at: START, by: 'customer', notice: 1, until: null, gpcAck: false };

  test.for([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ] as const)(
    'is believed at its word where it has versions, and read back where not: %s; the page asked before the press: %s',
    async ([versions, knows]) => {
      const face = (await testEdition('a-brand', 1)).face;
      const flags = { receipts: null, idempotency: versions, history: false, overview: false, browserSubject: false };
      const told: Record<string, object> = {
        capabilities: { brand: face, durability: 'durable', versions, noticeChanges: false, ...flags },
        decisions: { entry: { ...entry, hash: 'a'.repeat(64), items: [item] }, receipt: '' },
        choices: {
          notice: entry.notice,
          seq: 1,
          asOf: START,
          signal: { gpc: false, recordedAt: null },
          choices: [{ choice: 'a.b', decided, effective: 'off', why: 'customer', since: null, seq: 1 }],
        },
      };
      const asked: string[] = [];
      vi.stubGlobal('fetch', async (url: string) => {
        const name = url.split('/').at(-1) ?? '';
        asked.push(name);
        return Response.json(told[name]);
      });
      const backend = await openBackend({ backend: 'http', baseUrl: 'https://api.example', brand: 'a-brand' }, served);
      if (knows) await Promise.all([backend.getCapabilities({}), backend.getCapabilities({})]);
      const command = { key: 'a-key-of-this-test', items: [{ choice: 'a.b', value: 'off' }] };
      expect(await backend.decide(command).then(() => 'answered', codeOf)).toBe(versions ? 'answered' : 'sent');
      expect((await backend.decide(command)).entry.seq).toBe(1);
      const first = knows ? ['capabilities', 'capabilities'] : ['capabilities'];
      expect(asked).toEqual([...first, 'decisions', versions ? 'decisions' : 'choices']);
    },
  );
});
