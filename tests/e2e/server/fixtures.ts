import { test as base, type Page } from '@playwright/test';
import { RunningServer } from '#tests/e2e/running-server.ts';

/** What must not happen on any page: written down as it happens, compared with nothing at the end. */
export interface Offences {
  readonly foreign: string[];
  readonly policy: string[];
  readonly errors: string[];
}

interface Fixtures {
  readonly server: RunningServer;
  readonly offences: Offences;
}

export const test = base.extend<Fixtures>({
  // The browser is asked for by name only: Playwright wants every fixture to say what it stands on.
  server: async ({ browserName }, use) => {
    const server = await RunningServer.start(`evenhand-e2e-${browserName}-`);
    await use(server);
    await server.stop();
  },
  offences: async ({ context, server }, use) => {
    const offences: Offences = { foreign: [], policy: [], errors: [] };
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== server.origin && protocol !== 'data:') offences.foreign.push(request.url());
    });
    context.on('weberror', (error) => offences.errors.push(error.error().message));
    context.on('console', (message) => {
      if (/Content Security Policy|Trusted Type/.test(message.text())) offences.policy.push(message.text());
      else if (message.type() === 'error') offences.errors.push(message.text());
    });
    await use(offences);
  },
});

/** Opens the demo as a person does: by the link that the server prints. */
export async function openDemo(page: Page, server: RunningServer, persona = 'maya'): Promise<void> {
  await page.goto(`${server.origin}/demo/${persona}`);
  await page.getByRole('heading', { level: 1, name: 'What we hold, and what you get' }).waitFor();
}
