import { expect, test } from 'vitest';
import type { Shown } from '#rules/category-switch.ts';
import { afterPresses } from './shown.ts';

const shown: Shown = {
  notice: { version: 1 },
  signal: { gpc: false },
  choices: [{ choice: 'a.b', decided: null, effective: 'on', why: 'customer', since: null, seq: 3 }],
};
const after = (latest: string | null, savedAs: number | null) =>
  afterPresses(shown, { latest: () => latest, savedAs: () => savedAs }).choices[0];

test('a press that was saved before it was drawn is not taken for another device’s: the next press knows of it', () => {
  expect(after('off', 7)).toMatchObject({ effective: 'off', seq: 7 });
});

test('where nothing was pressed here, what is on screen is what was seen', () => {
  expect(after(null, null)).toMatchObject({ effective: 'on', seq: 3 });
  expect(after(null, 2)).toMatchObject({ seq: 3 });
});
