import { expect, test } from 'vitest';
import { sayOutage } from '#server/say-outage.ts';

test('an outage is said once when it begins and once when it is over, and the next one again', async () => {
  const said: string[] = [];
  const log = {
    error: (about: object, words: string) => said.push(`${words}: ${JSON.stringify(about)}`),
    info: (words: string) => said.push(words),
  } as unknown as Parameters<typeof sayOutage>[1];
  let isAway = false;
  const work = async (): Promise<void> => {
    if (isAway) throw Object.assign(new Error('no way there'), { stack: undefined });
  };
  const tried = sayOutage(work, log, { failed: 'away', back: 'back' });
  for (const away of [false, true, true, true, false, false, true, false]) {
    isAway = away;
    await tried();
  }
  const away = 'away: {"error":"Error: no way there"}';
  expect(said).toEqual([away, 'back', away, 'back']);
});
