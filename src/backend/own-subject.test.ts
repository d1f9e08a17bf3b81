import { describe, expect, test } from 'vitest';
import { memoryBackend } from './memory/memory-backend.ts';
import { memoryBrands } from './memory/memory-brands.ts';
import { unkept } from './memory/snapshot.ts';
import type { Backend, Connect } from './port.ts';
import { publish } from './published-brand.ts';
import { START, testEdition } from '#tests/conformance/test-brand.ts';
import { newWorld } from '#tests/conformance/world.ts';

const { holder } = (await newWorld()).world;
const brands = ['test-brand', 'other-brand'] as const;
const served = await Promise.all(
  brands.map(async (id) => ({ brand: publish(null, await testEdition(id, 1), START), holder })),
);

/** The backend that lives in a browser: it outlives the pages, which keep no session. */
const inBrowser = (): Connect =>
  memoryBackend({
    brands: memoryBrands(served),
    storage: { persistence: unkept(), durability: 'browser' },
    inBrowser: true,
    now: () => START,
  });

const newPage = (connect: Connect, brand: string = brands[0]): Backend => {
  let token: string | null = null;
  const session = {
    read: () => token,
    write(value: string | null) {
      token = value;
    },
  };
  return connect({ brand, session, gpc: false, demoAllowed: true, evidence: { ipPrefix: null, userAgent: null } });
};

const turnOff = (page: Backend, choice: string) =>
  page.decide({ key: crypto.randomUUID(), items: [{ choice, value: 'off' }] });
const seqOn = async (page: Backend): Promise<number> => {
  await page.openSession({});
  return (await page.getChoices({})).seq;
};

describe('a browser’s own subject, where the backend lives in that browser,', () => {
  test('is the same on the next page, and another for another brand', async () => {
    const connect = inBrowser();
    const page = newPage(connect);
    await page.openSession({});
    await turnOff(page, 'browsing.ads');
    expect(await seqOn(newPage(connect))).toBe(1);
    expect(await seqOn(newPage(connect, brands[1]))).toBe(0);
  });

  test('is joined at sign-in on a later page, once, and the browser starts anew at this brand only', async () => {
    const connect = inBrowser();
    for (const brand of brands) {
      const page = newPage(connect, brand);
      await page.openSession({});
      await turnOff(page, 'browsing.ads');
    }
    const later = newPage(connect);
    await later.openSession({ demo: 'fresh-later' });
    expect((await later.listDecisions({})).entries.map(({ by }) => by)).toEqual(['device']);
    expect(await seqOn(newPage(connect))).toBe(0);
    expect(await seqOn(newPage(connect, brands[1]))).toBe(1);
    const again = newPage(connect);
    await again.openSession({ demo: 'fresh-later' });
    expect((await again.getChoices({})).seq).toBe(1);
  });

  test('is not made before somebody asks for it', async () => {
    const persistence = unkept();
    const connect = memoryBackend({
      brands: memoryBrands(served),
      storage: { persistence, durability: 'browser' },
      inBrowser: true,
    });
    await newPage(connect).openSession({ demo: 'fresh-signed-in' });
    const kept = await persistence.change((keep) => ({ keep, answer: keep }));
    expect(Object.keys(kept.subjects)).toHaveLength(1);
    expect(kept.browser).toBe(undefined);
  });
});

/** From the start. */
const days = (until: string): number => (Date.parse(until) - Date.parse(START)) / 86_400_000;

test('a customer’s session lasts a day, and a browser’s own as long as browsers keep a cookie', async () => {
  const page = newPage(inBrowser());
  expect(days((await page.openSession({ demo: 'fresh-day' })).expiresAt)).toBe(1);
  expect(days((await page.openSession({})).expiresAt)).toBe(400);
});
