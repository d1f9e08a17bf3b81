/** A JSON Schema (2020-12) in the words that `rules` knows. What it shares with others it holds itself: no `$ref`. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | false;
  readonly anyOf?: readonly Schema[];
  /** As `anyOf`: its branches exclude each other. */
  readonly oneOf?: readonly Schema[];
}

type Places = readonly string[];
type Rule<Wanted> = (wanted: Wanted, value: unknown, at: string, schema: Schema) => Places;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An integer is one that JavaScript can tell from its neighbours; what is too large to be a number is of no kind. */
const isOf = (value: unknown, type: string): boolean => {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return Number.isFinite(value);
  if (type === 'object') return isObject(value);
  return type === 'null' ? value === null : type === 'array' ? Array.isArray(value) : typeof value === type;
};

const below = (at: string, key: string | number): string => (at === '' ? `${key}` : `${at}.${key}`);
const unless = (right: boolean, at: string): Places => (right ? [] : [at]);
const string =
  (right: (text: string, wanted: number) => boolean): Rule<number> =>
  (wanted, value, at) =>
    unless(typeof value !== 'string' || right(value, wanted), at);
const number =
  (right: (number: number, wanted: number) => boolean): Rule<number> =>
  (wanted, value, at) =>
    unless(typeof value !== 'number' || right(value, wanted), at);
const list =
  (right: (length: number, wanted: number) => boolean): Rule<number> =>
  (wanted, value, at) =>
    unless(!Array.isArray(value) || right(value.length, wanted), at);

/** Of several, the one that comes closest says what is wrong. */
const closest: Rule<readonly Schema[]> = (wanted, value, at) =>
  wanted.map((schema) => faults(schema, value, at)).reduce((best, one) => (one.length < best.length ? one : best));

/** What each word asks of a value. Only what an object has of its own counts, whatever it inherits. */
const rules: { readonly [Word in keyof Schema]-?: Rule<NonNullable<Schema[Word]>> } = {
  type: (wanted, value, at) =>
    unless(
      [wanted].flat().some((type) => isOf(value, type)),
      at,
    ),
  const: (wanted, value, at) => unless(value === wanted, at),
  enum: (wanted, value, at) => unless(wanted.includes(value), at),
  pattern: (wanted, value, at) => unless(typeof value !== 'string' || new RegExp(wanted).test(value), at),
  minLength: string((text, wanted) => text.length >= wanted),
  maxLength: string((text, wanted) => text.length <= wanted),
  minimum: number((given, wanted) => given >= wanted),
  maximum: number((given, wanted) => given <= wanted),
  exclusiveMinimum: number((given, wanted) => given > wanted),
  exclusiveMaximum: number((given, wanted) => given < wanted),
  minItems: list((length, wanted) => length >= wanted),
  maxItems: list((length, wanted) => length <= wanted),
  items: (wanted, value, at) =>
    Array.isArray(value) ? value.flatMap((item, index) => faults(wanted, item, below(at, index))) : [],
  properties: (wanted, value, at) =>
    Object.entries(isObject(value) ? value : {}).flatMap(([key, field]) =>
      Object.hasOwn(wanted, key) ? faults(wanted[key] as Schema, field, below(at, key)) : [],
    ),
  required: (wanted, value, at) =>
    isObject(value) ? wanted.filter((key) => !Object.hasOwn(value, key)).map((key) => below(at, key)) : [],
  propertyNames: (wanted, value, at) =>
    Object.keys(isObject(value) ? value : {}).flatMap((key) => faults(wanted, key, below(at, key))),
  additionalProperties: (wanted, value, at, { properties = {} }) =>
    Object.entries(isObject(value) ? value : {})
      .filter(([key]) => !Object.hasOwn(properties, key))
      .flatMap(([key, field]) => (wanted === false ? [below(at, key)] : faults(wanted, field, below(at, key)))),
  anyOf: closest,
  oneOf: closest,
};

/** Whether a schema written with this word can be checked. Asked when schemas are made, so that none goes unchecked. */
export const knows = (word: string): word is keyof Schema => Object.hasOwn(rules, word);

/** Where a value (out of JSON) is not as its schema says: paths such as "entry.items.0.seq"; none = it is right. */
export const faults = (schema: Schema, value: unknown, at = ''): readonly string[] =>
  Object.entries(schema).flatMap(([word, wanted]) =>
    (rules[word as keyof Schema] as Rule<unknown>)(wanted, value, at, schema),
  );
