import * as z from 'zod/mini';
import { BackendConfig } from './backend-config.ts';
import { knows } from './check.ts';
import type { Call, LateResource } from './call.ts';
import { contract } from './contract.ts';
import { ReceiptStatement } from './decisions.ts';
import { Problem } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a page reads besides the answers of calls. */
const shapes = { Problem, BackendConfig, ReceiptStatement };

const object = (fields: readonly (readonly [name: string, text: string])[]): string =>
  `{${fields.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join()}}`;

/** A schema that is used in several places is a constant of the module. */
const constantOf = (reference: string): string => {
  const [, name] = /^#\/\$defs\/(\w+)$/.exec(reference) ?? [];
  if (name === undefined) throw new Error(`A schema refers to ${reference}, which is not one of the shared ones.`);
  return name;
};

const wantedText = (word: string, wanted: unknown): string => {
  if (word === 'properties')
    return object(Object.entries(wanted as Json).map(([name, schema]) => [name, schemaText(schema as Json)]));
  if (word === 'anyOf' || word === 'oneOf') return `[${(wanted as Json[]).map(schemaText).join()}]`;
  if ((word === 'items' || word === 'propertyNames' || word === 'additionalProperties') && typeof wanted === 'object')
    return schemaText(wanted as Json);
  return JSON.stringify(wanted);
};

/** What is so of every value out of JSON: a field's name is a string, and `isOf` takes no integer beyond the safe ones. */
const goesWithoutSaying = (word: string, wanted: unknown): boolean =>
  Math.abs(Number(wanted)) === Number.MAX_SAFE_INTEGER ||
  (word === 'propertyNames' && JSON.stringify(wanted) === '{"type":"string"}');

/** A JSON Schema as source text. Throws for a word that the page could not check. */
const schemaText = ({ $ref, format, ...schema }: Json): string => {
  if (typeof $ref === 'string') return constantOf($ref);
  if (format !== undefined && schema['pattern'] === undefined)
    throw new Error(`The format ${JSON.stringify(format)} has no pattern to check it by.`);
  const unknown = Object.keys(schema).filter((word) => !knows(word));
  if (unknown.length > 0) throw new Error(`Teach src/contract/check.ts what these words ask: ${unknown.join(', ')}.`);
  const words = Object.entries(schema)
    .filter(([word, wanted]) => !goesWithoutSaying(word, wanted))
    .map(([word, wanted]) => [word, wantedText(word, wanted)] as const);
  const optional = optionalOf(schema);
  if (!optional) return object(words);
  const but = optional.map((name) => `,${JSON.stringify(name)}`).join('');
  return `whole(${wantedText('properties', schema['properties'])}${but})`;
};

/** Most objects need most of their fields: written once each, they are a fifth of the module lighter. */
const whole =
  "const whole = (properties, ...but) => ({ type: 'object', properties, required: Object.keys(properties).filter((name) => !but.includes(name)) });";

/** The fields that an object may lack; null where it is more than its fields. */
const optionalOf = ({ properties, required, ...rest }: Json): readonly string[] | null => {
  if (JSON.stringify(rest) !== '{"type":"object"}') return null;
  return Object.keys(properties ?? {}).filter((name) => !(required as string[] | undefined)?.includes(name));
};

const beyond = new Set(['custom', 'overwrite', 'pipe', 'transform', 'default', 'prefault', 'catch']);

/** JSON Schema is silent on conditions in code, on values that are changed and on the flags of a pattern: none may be. */
const refuseUnsaid = ({ _zod: { def } }: z.core.$ZodType): void => {
  const checks = (def.checks ?? []).map(({ _zod: own }) => own.def as { check: string; pattern?: RegExp });
  const unsaid = [def.type, ...checks.map(({ check }) => check)].filter((kind) => beyond.has(kind));
  if (unsaid.length > 0 || checks.some(({ pattern }) => pattern && pattern.flags !== ''))
    throw new Error(`A page cannot check this: ${unsaid.join(', ') || 'a pattern with flags'}.`);
};

/** The names of the shared schemas, each after those it uses. */
const inOrder = (shared: Readonly<Record<string, Json>>): readonly string[] => {
  const order = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    if (order.has(name)) return;
    if (above.includes(name)) throw new Error('A schema holds itself: src/contract/wire-module.ts cannot write it.');
    const used = JSON.stringify(shared[name]).matchAll(/"\$ref":"([^"]+)"/g);
    for (const [, reference = ''] of used) visit(constantOf(reference), [...above, name]);
    order.add(name);
  };
  for (const name of Object.keys(shared)) visit(name, []);
  return [...order];
};

const callText = ({ method, path, inputHeaders, outputHeaders, cache }: Call, output: string): string => {
  const rest = { method, path, inputHeaders, outputHeaders, cache };
  return object([
    ...Object.entries(rest).flatMap(([name, value]) => (value ? [[name, JSON.stringify(value)] as const] : [])),
    ['output', output],
  ]);
};

const schemasOf = (
  given: Readonly<Record<string, z.ZodMiniType>>,
): Record<'properties' | '$defs', Readonly<Record<string, Json>>> => {
  const { properties, $defs = {} } = z.toJSONSchema(z.object(given), {
    reused: 'ref',
    io: 'input',
    override: ({ zodSchema }) => refuseUnsaid(zodSchema),
  });
  return { properties: properties as Readonly<Record<string, Json>>, $defs };
};

type Table = Readonly<Record<string, Call>>;
type Named = readonly (readonly [name: string, call: Call])[];

/** The source that a module of calls consists of, and of the shapes it has besides. */
const moduleOf = (named: Named, others: Readonly<Record<string, z.ZodMiniType>>, awaited: Named = []): string => {
  const outputs = Object.fromEntries(named.map(([name, call]) => [name, call.output]));
  const { properties, $defs: shared } = schemasOf({ ...outputs, ...others });
  const textOf = (name: string): string => schemaText(properties[name] ?? {});
  const known = named.map(([name, call]) => [name, callText(call, textOf(name))] as const);
  const calls = [...known, ...awaited.map(([name]) => [name, 'null'] as const)];
  return [
    whole,
    ...inOrder(shared).map((name) => `const ${name} = ${schemaText(shared[name] ?? {})};`),
    `export const calls = ${object(calls)};`,
    `export const shapes = ${object(Object.keys(others).map((name) => [name, textOf(name)]))};`,
  ].join('\n');
};

/** The calls of one resource, or of those that the first page makes (undefined). */
const callsOf = (table: Table, resource: LateResource | undefined): Named =>
  Object.entries(table).filter(([, { late }]) => late === resource);

const lateOf = (table: Table): Named => Object.entries(table).filter(([, { late }]) => late);

/**
 * The source of `virtual:wire-contract`: of the table of calls, what a page needs to make them and to check what it is
 * answered, without the library that the table is written in. Of a late call it has the name only.
 */
export const wireModule = (table: Table = contract): string =>
  moduleOf(callsOf(table, undefined), shapes, lateOf(table));

/** The source of `virtual:late-calls`: where each late call is, with the others of its resource. */
export const lateModule = (table: Table = contract): string => {
  const places = lateOf(table).map(
    ([name, { late }]) => [name, `() => import(${JSON.stringify(`virtual:late-calls/${late}`)})`] as const,
  );
  return `export const lateCalls = ${object(places)};`;
};

/** The source of `virtual:late-calls/<resource>`: what a page needs of the calls of one resource. */
export const lateCallsModule = (resource: LateResource, table: Table = contract): string =>
  moduleOf(callsOf(table, resource), {});
