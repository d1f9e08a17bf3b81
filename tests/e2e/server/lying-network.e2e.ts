import { expect, test } from '@playwright/test';
import { faultsOf, playScripts } from '#tests/faults/b1-browser.ts';

// The first of the 300 scripts that `npm run test:faults` plays.
test('what the screen calls saved is stored, and what I turned off last is off, over a network that lies', async () => {
  test.setTimeout(240_000);
  const verdicts = await playScripts('sqlite', [1, 2, 3, 4, 5, 6, 7, 8]);
  expect(verdicts.flatMap((one) => faultsOf(one).map((wrong) => `seed ${one.seed}: ${wrong}`))).toEqual([]);
  expect(verdicts.reduce((all, one) => all + one.claims, 0)).toBeGreaterThan(20);
});
