import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarios } from '#mocks/scenarios/all.ts';

test('every scenario is lived through in at least one journey', () => {
  const journeys = globSync('tests/journeys/*.test.tsx').map((file) => readFileSync(file, 'utf8'));
  const lived = (name: string): boolean =>
    name === 'default' || journeys.some((text) => text.includes(`scenario: '${name}'`));
  expect(scenarios.map(({ name }) => name).filter((name) => !lived(name))).toEqual([]);
});
