import { expect, test } from '@playwright/test';
import { openScenario } from './open-scenario.ts';

test('with less motion asked for, nothing slides', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openScenario(page, 'default');
  await page.getByRole('button', { name: 'Purchases' }).click();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .flatMap((one) => (one.effect as KeyframeEffect).getKeyframes())
      .filter((frame) => 'transform' in frame || 'translate' in frame || 'height' in frame)
      .map((frame) => JSON.stringify(frame)),
  );
  expect(moving).toEqual([]);
  const sliding = await page.evaluate(() =>
    [...document.querySelectorAll('.switch')]
      .flatMap((element) => ['', '::before', '::after'].map((part) => getComputedStyle(element, part || null)))
      .filter((style) => /transform|translate|inset|left|all/.test(style.transitionProperty))
      .filter((style) => style.transitionDuration.split(', ').some((duration) => Number.parseFloat(duration) > 0)),
  );
  expect(sliding).toEqual([]);
});

test('with forced colours, every switch keeps an edge, a thumb and a state', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openScenario(page, 'default');
  const looks = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('.switch')].map((element) => {
      const track = getComputedStyle(element);
      const thumb = getComputedStyle(element, '::before');
      const edged = Number.parseFloat(track.borderTopWidth) > 0 && track.borderTopStyle !== 'none';
      const seen = thumb.backgroundColor !== track.backgroundColor || Number.parseFloat(thumb.borderTopWidth) > 0;
      return { on: element.checked, edged, seen, place: thumb.transform + thumb.translate + thumb.insetInlineStart };
    }),
  );
  expect(looks.length).toBeGreaterThan(10);
  expect(looks.filter((look) => !look.edged || !look.seen)).toEqual([]);
  const places = (on: boolean): string[] => [
    ...new Set(looks.filter((look) => look.on === on).map((look) => look.place)),
  ];
  expect(places(true)).toHaveLength(1);
  expect(places(false)).toHaveLength(1);
  expect(places(true)).not.toEqual(places(false));
});

test('from right to left, the hands change sides and the switches turn round', async ({ page }) => {
  await openScenario(page, 'rtl');
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  const row = page.getByRole('article').first();
  const [hold, get] = await Promise.all([
    row.locator('.row-hold').boundingBox(),
    row.locator('.row-get').boundingBox(),
  ]);
  expect(hold?.x ?? 0).toBeGreaterThan(get?.x ?? 0);
});
