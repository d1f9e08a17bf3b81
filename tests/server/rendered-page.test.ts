import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageState } from '#app/page-state.ts';
import type { Choices } from '#contract/choices.ts';
import { builtApp, css, index, lateCss, renderer } from './built-app.ts';
import { brand, type HttpClient } from './http-client.ts';
import { removeFolders } from './temporary-folder.ts';
import { smallBrands, startTestServer, type TestServer } from './test-server.ts';

const hostile = '</script><script>alert(1)</script><!--<b style="x">&';

/** The small brands, with words in them that would be code if anything let them. */
function hostileBrands(): string {
  const brands = smallBrands();
  const demo = join(brands, brand, 'demo/customer.ts');
  writeFileSync(
    demo,
    readFileSync(demo, 'utf8').replaceAll('Linen duvet, double', hostile).replaceAll('Maya Test', `Maya ${hostile}`),
  );
  return brands;
}

let server: TestServer;
let maya: HttpClient;
let noor: HttpClient;
beforeAll(async () => {
  server = await startTestServer({ places: { app: builtApp(), renderer, brands: hostileBrands() } });
  [maya, noor] = [server.client(), server.client()];
  await maya.signIn('maya');
  await noor.signIn('noor');
});
afterAll(async () => {
  await server.stop();
  removeFolders();
});

const open = async (client: HttpClient, path = '/', headers: Record<string, string> = {}, method = 'GET') => {
  const response = await client.request(method, path, { headers: { Accept: 'text/html', ...headers } });
  const html = await response.text();
  const [, data = ''] = /<script type="application\/json" id="evenhand-state">(.*?)<\/script>/s.exec(html) ?? [];
  return {
    status: response.status,
    headers: response.headers,
    html,
    // What a browser would take for the page itself.
    page: html.replace(/<(style|script)\b[^>]*>.*?<\/\1>/gs, ''),
    state: data === '' ? null : (JSON.parse(data) as PageState),
  };
};

const choicesIn = (state: PageState | null): Choices | undefined =>
  state?.answers.find(([key]) => key.includes('choices'))?.[1] as Choices | undefined;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const pages = ['/', `/${brand}/data/purchases`, '/receipts/1', '/nowhere/at/all'];
const framed = { 'Sec-Fetch-Dest': 'iframe' };

describe('a page for somebody who is signed in', () => {
  test('has their choices in it, as switches and as the state that the browser goes on with', async () => {
    const { status, headers, page, state } = await open(maya, '/', { 'Sec-Fetch-Dest': 'document' });
    expect(status).toBe(200);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('ETag')).toBeNull();
    expect(page).toContain('<title>What we hold, and what you get · Halden &amp; Row</title>');
    expect(page).toMatch(/<input type="checkbox" id="switch-purchases" role="switch"[^>]* checked=""/);
    const choices = choicesIn(state);
    expect(choices?.choices).toEqual((await maya.choices()).choices);
    expect(page).toContain('The switches need JavaScript.');
  });

  test.each(pages)('at %s allows by its policy exactly the pieces that are in it', async (path) => {
    const { html, headers } = await open(maya, path);
    const inside = (element: RegExp): string[] => [...html.matchAll(element)].map(([, text = '']) => hashOf(text));
    const allowed = (directive: string): string[] =>
      new RegExp(`${directive} 'self'([^;]*);`)
        .exec(headers.get('Content-Security-Policy') ?? '')?.[1]
        ?.trim()
        .split(' ') ?? [];
    expect(allowed('script-src')).toEqual(inside(/<script>(.*?)<\/script>/gs));
    expect(allowed('style-src')).toEqual(inside(/<style>(.*?)<\/style>/gs));
    expect(allowed('style-src')).toHaveLength(path.startsWith('/receipts/') ? 3 : 2);
    expect(html).toContain(`<style>${css}</style>`);
  });

  test.each(pages)('at %s has no style of its own on any element', async (path) => {
    expect((await open(noor, path)).page).not.toMatch(/\sstyle=/);
  });

  test('keeps what is pressed early by a script of half a kilobyte at most', async () => {
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec((await open(maya)).html) ?? [];
    expect(script).toContain('click');
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(500);
  });

  test('opens the card that the address names, all of it', async () => {
    const { page } = await open(maya, '/data/purchases');
    expect(page).toContain('id="switch-purchases.recommendations"');
    expect(page).not.toContain('skeleton');
  });

  test('shows a receipt, and says of an address that is none that there is nothing', async () => {
    const receipt = await open(maya, '/receipts/1');
    expect(receipt.page).toContain('Your receipt');
    expect(receipt.html).toContain(`<style>${lateCss}</style>`);
    const nowhere = await open(maya, '/nowhere/at/all');
    expect(nowhere.status).toBe(404);
    expect(nowhere.page).toContain('There is nothing at this address');
  });

  test('is never shown to another customer, however many ask at once', async () => {
    const [hers, his] = [await maya.choices(), await noor.choices()];
    expect(hers.customer).not.toBe(his.customer);
    const asked = Array.from({ length: 24 }, (_, at) => at % 2 === 0);
    const seen = await Promise.all(asked.map((isHers) => open(isHers ? maya : noor)));
    const whose = seen.map(({ state }) => choicesIn(state)?.customer);
    expect(whose).toEqual(asked.map((isHers) => (isHers ? hers : his).customer));
    const names = seen.map(({ page }) => /Signed in as (\w+)/.exec(page)?.[1]);
    expect(names).toEqual(asked.map((isHers) => (isHers ? 'Maya' : 'Noor')));
  });

  test('takes words of records and people for words, whatever is in them', async () => {
    const { html, page, state } = await open(maya);
    expect(JSON.stringify(state)).toContain(JSON.stringify(hostile).slice(1, -1));
    expect(html.match(/<script/g)).toHaveLength(4);
    expect(html).not.toContain('<!--<');
    expect(page).toContain('&lt;/script&gt;');
  });

  test('answers HEAD with the same headers and no body', async () => {
    const [got, head] = [await open(maya), await open(maya, '/', {}, 'HEAD')];
    expect(head.html).toBe('');
    for (const name of ['Content-Security-Policy', 'Cache-Control', 'Content-Type']) {
      expect(head.headers.get(name)).toBe(got.headers.get(name));
    }
  });
});

describe('a page of which it is not known who looks at it', () => {
  test.each([
    ['framed', () => maya, framed],
    ['fetched by a script', () => maya, { 'Sec-Fetch-Dest': 'empty' }],
    ['signed out', () => server.client(), {}],
    ['with a session that is none', () => server.client(), { Cookie: `evenhand-${brand}=made-up` }],
  ] as const)('%s, says what is collected and why: no switch, no value, no name', async (_, client, headers) => {
    for (const path of ['/', '/data/purchases']) {
      const { status, html, page, state, headers: got } = await open(client(), path, headers);
      expect(status).toBe(200);
      expect(got.get('Cache-Control')).toBe('no-store');
      expect(page).toContain('What we collect, and why');
      expect(page).toContain('To show things that go with what you bought in the last 24 months.');
      expect(html).not.toMatch(/<input|role="switch"|Maya|Signed in/);
      // What depends on who reads it only takes its room.
      expect(page).toContain('data-room="Turn off"');
      const said = page.replaceAll(/ data-room="[^"]*"/g, '');
      expect(said).not.toMatch(/checked|<b>\w|Turn off|not signed in|\d of \d|data-on="false"/);
      expect(state).toEqual({ brand, language: 'en-GB', answers: [] });
    }
  });

  test('is what comes while the choices cannot be read', async () => {
    const broken = await startTestServer({ places: { app: builtApp(), renderer } });
    try {
      const client = broken.client();
      await client.signIn('maya');
      const database = new DatabaseSync(join(broken.dataDir, 'evenhand.db'));
      database.exec('alter table session rename to elsewhere');
      database.close();
      const { status, page, state } = await open(client);
      expect(status).toBe(200);
      expect(page).toContain('What we collect, and why');
      expect(state?.answers).toEqual([]);
    } finally {
      await broken.stop();
    }
  });
});

const spoken = async (path: string, headers: Record<string, string>): Promise<string | undefined> =>
  /<html lang="([^"]+)" dir="[^"]+"/.exec((await open(server.client(), path, headers)).html)?.[0];

describe('the language of a page', () => {
  test('is that of the address, else the one chosen before, else the nearest to the browser’s', async () => {
    expect(await spoken('/?lang=en-XA', { Cookie: 'evenhand_language=ar-XB' })).toBe('<html lang="en-XA" dir="ltr"');
    expect(await spoken('/', { Cookie: 'evenhand_language=ar-XB' })).toBe('<html lang="ar-XB" dir="rtl"');
    expect(await spoken('/', { 'Accept-Language': 'fr-CH, en;q=0.8' })).toBe('<html lang="en-GB" dir="ltr"');
  });

  test('and its look are said in the document, and nothing else that an address makes up', async () => {
    expect((await open(maya, '/?theme=dark')).html).toContain('dir="ltr" data-theme="dark">');
    expect((await open(maya, '/?theme=%22%3E%3Cscript%3E')).html).toContain('dir="ltr">');
  });
});

test('is compressed for whoever takes it, and the app itself where no page can be drawn', async () => {
  const { headers } = await open(maya, '/', { 'Accept-Encoding': 'br' });
  expect(headers.get('Content-Encoding')).toBe('br');
  const plain = await startTestServer({ places: { app: builtApp() } });
  try {
    expect((await open(plain.client())).html).toBe(index);
  } finally {
    await plain.stop();
  }
});
