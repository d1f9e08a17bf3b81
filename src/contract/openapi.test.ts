import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { contract } from './contract.ts';
import { openapi } from './openapi.ts';

type Json = Record<string, unknown>;

const document = openapi() as { paths: Record<string, Record<string, Json>>; components: Record<string, Json> };
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('a broken document is found invalid, so that the test above can fail', async () => {
  const broken = { ...structuredClone(document), info: { title: 'no version' } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test('every call of the table is an operation, and nothing else is', () => {
  expect(new Set(operations.map((operation) => operation['operationId']))).toEqual(new Set(Object.keys(contract)));
  expect(operations).toHaveLength(Object.keys(contract).length);
});

test('every reference leads somewhere', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g);
  for (const [, kind = '', name = ''] of references) expect(document.components[kind]).toHaveProperty(name);
});

test('a decision takes its key as a header and its items in the body', () => {
  const decide = document.paths['/v1/{brand}/me/decisions']?.['post'] as {
    parameters: Json[];
    requestBody: { content: { 'application/json': { schema: { properties: Json; additionalProperties: boolean } } } };
  };
  expect(decide.parameters).toContainEqual(
    expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
  );
  const { schema } = decide.requestBody.content['application/json'];
  expect(Object.keys(schema.properties)).toEqual(['items', 'surface', 'customer', 'clientTime']);
  expect(schema.additionalProperties).toBe(false);
});

test('each problem of a call is described under its status, with an example', () => {
  const decide = document.paths['/v1/{brand}/me/decisions']?.['post'] as { responses: Record<string, Json> };
  expect(Object.keys(decide.responses)).toEqual(
    expect.arrayContaining(['200', '400', '401', '403', '404', '409', '412', '413', '422', '428', '429', '500', '503']),
  );
  expect(JSON.stringify(decide.responses['400'])).toContain('/problems/no_key');
});
