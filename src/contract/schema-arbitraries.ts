import fc from 'fast-check';
import type { Schema } from './check.ts';

const bounded = { maxLength: 3, depthSize: 'small' } as const;

const textOf = ({ pattern, minLength = 0, maxLength = 20 }: Schema): fc.Arbitrary<string> =>
  pattern === undefined
    ? fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20) })
    : fc.stringMatching(new RegExp(pattern));

/** Values that a schema allows. */
export const allowedBy = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return fc.oneof(...several.map(allowedBy));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type: string) => allowedBy({ ...schema, type })));
  switch (String(schema.type)) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e6), max: 1e6 });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const { minItems: minLength = 0, maxItems = 3 } = schema;
      return fc.array(allowedBy(schema.items ?? {}), { ...bounded, minLength, maxLength: Math.min(3, maxItems) });
    }
    case 'object':
      return objectOf(schema);
    default:
      return fc.jsonValue();
  }
};

const objectOf = ({ properties = {}, required = [], propertyNames, additionalProperties }: Schema) => {
  const fields = Object.entries(properties).map(([key, field]) => [key, allowedBy(field)] as const);
  const known = fc.record(Object.fromEntries(fields), {
    requiredKeys: required.filter((key) => Object.hasOwn(properties, key)),
    noNullPrototype: true,
  });
  if (!additionalProperties) return known;
  const others = allowedBy(additionalProperties);
  const keys = propertyNames?.enum as string[] | undefined;
  const name = propertyNames?.pattern ?? '^[a-z]{1,8}$';
  return keys
    ? fc.record(Object.fromEntries(keys.map((key) => [key, others])), { noNullPrototype: true })
    : fc.dictionary(textOf({ pattern: name }), others, { maxKeys: 3, noNullPrototype: true });
};

type Parent = Record<string, unknown>;

/** Every place in a value: what it is in, and under which key. */
const placesIn = (value: unknown): [Parent, string][] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).flatMap(
        (key) => [[value as Parent, key], ...placesIn((value as Parent)[key])] as [Parent, string][],
      );

/** Values that are often wrong, and some that are right by luck. */
export const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    'off',
    'http',
    '2026-02-29',
    '2028-02-29T24:00:00Z',
    'x'.repeat(2000),
    'x'.repeat(2001),
  ),
  fc.constantFrom<unknown>(-1, 0, 1.5, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e300, Infinity, true, null, [], {}),
  fc.jsonValue({ maxDepth: 1 }),
);

/** Small harms: another value, a bent text or number, a field gone, a field or an item more. */
const harms: readonly ((parent: Parent, key: string, other: unknown) => void)[] = [
  (parent, key, other) => {
    parent[key] = other;
  },
  (parent, key) => {
    const old = parent[key];
    if (typeof old === 'string') parent[key] = `${old.slice(0, -1)}~`;
    else if (typeof old === 'number') parent[key] = old + 0.5;
    else if (Array.isArray(old)) parent[key] = [...old, ...old, ...old];
    else parent[key] = [old];
  },
  (parent, key) => {
    const old = parent[key];
    if (typeof old === 'string') parent[key] = `${old}\n`;
    else if (typeof old === 'number') parent[key] = -old - 1;
    else parent[key] = {};
  },
  (parent, key) => {
    if (Array.isArray(parent)) parent.pop();
    else delete parent[key];
  },
  (parent, key, other) => {
    if (Array.isArray(parent)) parent.push(other);
    else parent[`${key}_more`] = other;
  },
];

/** A harm and where it is done. */
export const harm = fc.record({
  how: fc.constantFrom(...harms),
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  other: odd,
});
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never;

/** A value after some harms; now and then it is still right. */
export const harmed = (value: unknown, all: readonly Harm[]): unknown => {
  const root: Parent = { value: structuredClone(value) };
  for (const { how, where, other } of all) {
    const places = placesIn(root).filter(([parent, key]) => parent !== root || key === 'value');
    const place = places[Math.floor(where * places.length)];
    if (place) how(...place, structuredClone(other));
  }
  return root['value'];
};
