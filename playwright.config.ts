import { defineConfig } from '@playwright/test';
import { launchOptions } from '#tests/chromium.ts';

/** The built app over the real server is started by each test that needs it; the scenarios run in a build of their own. */
const scenarios = 'http://127.0.0.1:4787';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: { browserName: 'chromium', launchOptions, locale: 'en-GB', timezoneId: 'Europe/London' },
  projects: [
    { name: 'server', testDir: 'tests/e2e/server' },
    { name: 'scenarios', testDir: 'tests/e2e/scenarios', use: { baseURL: scenarios, serviceWorkers: 'allow' } },
  ],
  webServer: {
    command: 'vite build --mode scenarios && vite preview --mode scenarios --port 4787 --strictPort',
    url: scenarios,
    timeout: 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
  },
});
