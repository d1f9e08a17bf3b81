import { expect, test } from 'vitest';
import { turns } from './turns.ts';

const after = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

test('work under one key is done one after the other, also after a failure; other keys do not wait', async () => {
  const inTurn = turns();
  const done: string[] = [];
  const work = (name: string, ms: number) => async () => {
    await after(ms);
    done.push(name);
    if (name === 'a2') throw new Error('a2 failed');
    return name;
  };
  const all = await Promise.allSettled([
    inTurn('a', work('a1', 30)),
    inTurn('a', work('a2', 1)),
    inTurn('a', work('a3', 1)),
    inTurn('b', work('b1', 5)),
  ]);
  expect(done).toEqual(['b1', 'a1', 'a2', 'a3']);
  expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
});
