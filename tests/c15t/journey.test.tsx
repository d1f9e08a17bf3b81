import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { prepareApp } from '#app/prepare-app.tsx';
import { openBackend } from '#backend/open-backend.ts';
import { readBrand, serveBrand } from '#brands/in-browser.ts';
import { wire } from '#tests/conformance/wire-request.ts';
import { theCard, theSwitch } from '#tests/journeys/page-parts.ts';

interface Network {
  /** What the page asked for, oldest first. */
  readonly asked: string[];
}

/** Where the shop's proxy is, and who is signed in. */
const startShop = async (): Promise<{ origin: string; cookie: string }> => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV)/.test(name)));
  const child = spawn(process.execPath, ['tests/c15t/start-shop.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return JSON.parse(line.toString()) as { origin: string; cookie: string };
};

/** The page's way to the proxy: over a real socket, with the customer's cookie. */
const networkTo = ({ origin, cookie }: { origin: string; cookie: string }): Network => {
  const network: Network = { asked: [] };
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', headers, body }: RequestInit = {}) => {
    network.asked.push(`${method} ${url}`);
    const given = { ...(headers as Record<string, string>), Cookie: cookie, Origin: origin };
    const text = typeof body === 'string' ? { body } : {};
    const answer = await wire(origin + url, { method, headers: given, ...text });
    const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    return new Response(answer.text, { status: answer.status, headers: told });
  });
  return network;
};

/** Opens the real app as a page over c15t does: from what evenhand.json says. */
const openPage = async (path: string): Promise<{ close: () => void }> => {
  window.history.replaceState(null, '', path);
  const config = { backend: 'c15t', baseUrl: '/api/c15t', brand: 'halden-row' } as const;
  const backend = await openBackend(config, async (brand) =>
    serveBrand(await readBrand(brand), '2026-11-01T00:00:00Z'),
  );
  const { app, stop } = await prepareApp(backend, 'halden-row', 'en-GB');
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  root.render(app);
  const close = (): void => {
    root.unmount();
    stop();
    container.remove();
  };
  return { close };
};

const picks = 'Pick things for you';

test('over c15t a press is sent, then confirmed by a read, and never said to be saved', async () => {
  const network = networkTo(await startShop());
  onTestFinished(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });
  const user = userEvent.setup();
  const first = await openPage('/data/purchases');
  expect(await theSwitch(picks)).not.toBeChecked();
  const said: string[] = [];
  const watcher = new MutationObserver(() => said.push(document.body.textContent ?? ''));
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true });

  await user.click(await theSwitch(picks));
  const card = await theCard('Purchases');
  expect(await card.findByText('Sent. Not confirmed yet.')).toBeVisible();
  // It was sent once by now, and nothing was read since.
  expect(network.asked.filter((one) => one.startsWith('POST'))).toHaveLength(1);
  expect(network.asked.at(-1)).toMatch(/^POST/);
  expect(await card.findByText('Confirmed')).toBeVisible();
  expect(network.asked.at(-1)).toMatch(/^GET .*\/subjects\/me/);
  expect(await theSwitch(picks)).toBeChecked();

  await user.click(await theSwitch(picks));
  expect(await card.findByText('Sent. Not confirmed yet.')).toBeVisible();
  expect(await card.findByText('Confirmed')).toBeVisible();
  expect(await theSwitch(picks)).not.toBeChecked();
  watcher.disconnect();
  expect(said.filter((text) => /Saved(?! in|:)/.test(text))).toEqual([]);
  expect(screen.queryByRole('link', { name: 'receipt' })).not.toBeInTheDocument();

  first.close();
  const second = await openPage('/data/purchases');
  onTestFinished(second.close);
  expect(await theSwitch(picks)).not.toBeChecked();
  expect((await theCard('Purchases')).getByText(/^You chose this on /)).toBeVisible();
});
