import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const app = path.resolve(import.meta.dirname, '../../../dist');
const config = JSON.stringify({ backend: 'memory', brand: 'halden-row' });
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A plain file server: the built app, its configuration beside it, and nothing that answers calls. */
async function serveFiles(): Promise<{ origin: string; close: () => Promise<unknown> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://files.invalid');
    if (pathname === '/evenhand.json') {
      response.setHeader('Content-Type', 'application/json').end(config);
      return;
    }
    const file = path.extname(pathname) === '' ? '/index.html' : pathname;
    readFile(path.join(app, file)).then(
      (bytes) => response.setHeader('Content-Type', types[path.extname(file)] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => {
        server.close(closed);
      });
    },
  };
}

let files: Awaited<ReturnType<typeof serveFiles>>;
test.beforeAll(async () => {
  files = await serveFiles();
});
test.afterAll(() => files.close());

test('I open the built app where there is no server: it shows the demo, and keeps what I press in this browser', async ({
  page,
}) => {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('response', (response) => {
    if (!response.ok()) failures.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(files.origin);
  await page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' }).waitFor();
  await page.getByRole('button', { name: 'Purchases' }).click();
  const picks = page.getByRole('switch', { name: 'Pick things for you' });
  await expect(picks).toBeChecked();
  await picks.click();
  const row = page.getByRole('region', { name: 'Purchases' });
  await expect(row.getByText('Saved in this browser only')).toBeVisible();
  await expect(picks).not.toBeChecked();

  await page.reload();
  await expect(picks).toBeVisible();
  await expect(picks).not.toBeChecked();
  expect(failures).toEqual([]);
});
