import type { Page } from '@playwright/test';

/** What a browser tells of its page: how far things moved by themselves. Kept from before the first element. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = ((window as unknown as { shifts: number[] }).shifts = []);
    new PerformanceObserver((list) =>
      list.getEntries().forEach((entry) => shifts.push((entry as unknown as { value: number }).value)),
    ).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0));
}

/** Resolves once the app has taken over the page that the server drew. */
export const isTakenOver = (page: Page) =>
  page.waitForFunction(() => (globalThis as { earlyPresses?: unknown }).earlyPresses === undefined);

/** Holds the app's scripts back, and gives what lets them go. */
export async function holdScripts(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}
