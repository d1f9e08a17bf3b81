import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';

const names = ['brand', 'notice', 'about', 'language', 'theme'].map((name) => `${name}.schema.json`);

test('There is a JSON Schema for each kind of file', () => {
  expect(Object.keys(jsonSchemas())).toEqual(names);
});

test.each(names)('brands/schema/%s is what the code says; if not, run `npx node scripts/brand-schema.ts`', (name) => {
  expect(JSON.parse(readFileSync(`brands/schema/${name}`, 'utf8'))).toEqual(jsonSchemas()[name]);
});

test('An editor is told what each key means and which values there are', () => {
  const theme = jsonSchemas()['theme.schema.json'] as {
    properties: Record<string, { description?: string; enum?: string[] }>;
  };
  expect(theme.properties['accent']?.description).toContain('in quotes');
  expect(theme.properties['density']?.enum).toEqual(['comfortable', 'compact']);
});
