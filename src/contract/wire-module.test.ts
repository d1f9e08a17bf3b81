import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Call } from './call.ts';
import { contract } from './contract.ts';
import { lateCallsModule, lateModule, wireModule } from './wire-module.ts';

const answering = (output: z.ZodMiniType): Readonly<Record<string, Call>> => ({
  getIt: { ...contract.getChoices, output },
});

test('a page carries what it needs of each call, and none of the words written for people', () => {
  for (const [name, call] of Object.entries<Call>(contract)) {
    const source = call.late ? lateCallsModule(call.late) : wireModule();
    expect(source).toContain(`"${name}":{"method":"${call.method}","path":"${call.path}"`);
    expect(source).not.toContain(call.summary);
  }
});

test('of a call that the first page does not make, it carries the name only', () => {
  const early = wireModule();
  expect(early).toContain('"listRecords":null');
  expect(early).not.toContain('/me/records');
  expect(lateModule()).toContain('"listRecords":() => import("virtual:late-calls/holdings")');
});

test('whoever opens one screen learns the calls of its resource and of no other', () => {
  for (const [, { late: resource }] of Object.entries<Call>(contract)) {
    if (!resource) continue;
    const source = lateCallsModule(resource);
    for (const [name, call] of Object.entries<Call>(contract))
      expect(source.includes(`"${name}":`), `${name} in ${resource}`).toBe(call.late === resource);
  }
});

test('what several calls share is written once', () => {
  const shared = z.string().check(z.regex(/^only-here$/));
  expect(wireModule(answering(z.object({ a: shared, b: z.nullable(shared) }))).split('only-here')).toHaveLength(2);
});

const Tree = z.object({
  get below() {
    return z.array(Tree);
  },
});

test.each<[string, z.ZodMiniType, string]>([
  ['a word of JSON Schema that the page does not know', z.object({ a: z.int().check(z.multipleOf(3)) }), 'multipleOf'],
  ['a format without a pattern', z.object({ a: z.url() }), 'uri'],
  ['a condition in code', z.object({ a: z.string().check(z.refine((text) => text !== 'b')) }), 'custom'],
  ['a value that is changed', z.object({ a: z.string().check(z.trim()) }), 'overwrite'],
  ['another value in its place', z.object({ a: z.pipe(z.string(), z.transform(Number)) }), 'pipe'],
  ['a pattern with flags', z.object({ a: z.string().check(z.regex(/^a$/i)) }), 'flags'],
  ['a schema that holds itself', z.object({ a: Tree }), 'holds itself'],
])('what a page could not check is refused when the page is made: %s', (_, output, reason) => {
  expect(() => wireModule(answering(output))).toThrow(reason);
});
