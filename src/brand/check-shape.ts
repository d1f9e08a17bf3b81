import * as z from 'zod/mini';
import { didYouMean, nearest } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** What the shape of a file says: its problems, and the parts that cannot be trusted by further checks. */
export interface Shape {
  readonly problems: readonly Problem[];
  readonly broken: readonly Path[];
}

type Schema = z.core.$ZodType;
type Definition = z.core.$ZodTypes['_zod']['def'];

const definitionOf = (schema: Schema): Definition => (schema as z.ZodMiniType).def as Definition;

/** The schema of the part at `path`, without its optional wrapper. */
const schemaAt = (schema: Schema | undefined, path: Path): Schema | undefined => {
  if (!schema) return undefined;
  const definition = definitionOf(schema);
  if (definition.type === 'optional') return schemaAt(definition.innerType, path);
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  if (definition.type === 'object') return schemaAt(definition.shape[step], rest);
  if (definition.type === 'record') return schemaAt(definition.valueType, rest);
  if (definition.type === 'array') return schemaAt(definition.element, rest);
  return undefined;
};

const kinds: Readonly<Record<string, string>> = {
  record: 'ids with values below it',
  array: 'a list, one entry a line, each after a dash',
  int: 'a whole number',
  number: 'a number',
  string: 'words; put them in quotes if they look like a number',
};

/** What to write at a place: the description of its schema, else the kind of value. */
const wanted = (schema: Schema | undefined): string => {
  if (!schema) return 'what docs/brand-files.md shows';
  const definition = definitionOf(schema);
  if (definition.type === 'enum' && Object.keys(definition.entries).length <= 12)
    return `one of ${Object.values(definition.entries).join(', ')}`;
  const description = z.globalRegistry.get(schema)?.description;
  if (description) return description[0]?.toLowerCase() + description.slice(1).replace(/\.$/, '');
  if (definition.type === 'object') return `below it ${Object.keys(definition.shape).join(', ')}`;
  return kinds[definition.type] ?? 'what docs/brand-files.md shows';
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    value,
  );

const show = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a block of keys';
  const text = String(value);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
};

const keysOf = (schema: Schema | undefined): string[] => {
  if (!schema) return [];
  const definition = definitionOf(schema);
  if (definition.type === 'object') return Object.keys(definition.shape);
  if (definition.type === 'record' && definitionOf(definition.keyType).type === 'enum')
    return Object.values((definitionOf(definition.keyType) as z.core.$ZodEnumDef).entries).map(String);
  return [];
};

/** Holds the value of a file against its schema and says every difference in plain words. */
export const checkShape = (file: YamlFile, schema: z.ZodMiniType): Shape => {
  const result = schema.safeParse(file.value);
  if (result.success) return { problems: [], broken: [] };
  const problems: Problem[] = [];
  const broken: Path[] = [];
  const say = (path: Path, message: string): void => {
    problems.push({ file: file.name, line: file.lineOf(path), message });
  };

  // A key that is missing because it is misspelt is one mistake, said where it stands.
  const misspelt = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, nearest(key, keysOf(schemaAt(schema, issue.path as Path)))].join('\n'))
      : [],
  );
  for (const issue of result.error.issues) {
    const path = issue.path as Path;
    const here = schemaAt(schema, path);
    const name = path.at(-1) ?? 'The file';
    const label = typeof name === 'number' ? `Entry ${name + 1} of "${String(path.at(-2))}"` : `"${name}"`;
    const value = valueAt(file.value, path);
    if (issue.code === 'unrecognized_keys') {
      // An unknown key takes nothing away from the rest, so the rest is checked on.
      for (const key of issue.keys)
        say([...path, key], `"${key}" is not a key that is known here. ${didYouMean(key, keysOf(here))}`);
    } else if (issue.code === 'invalid_key') {
      broken.push(path);
      const known = keysOf(schemaAt(schema, path.slice(0, -1)));
      const mend = known.length > 0 ? didYouMean(String(name), known) : 'Write small letters, digits and _.';
      say(path, `"${String(name)}" cannot be an id here. ${mend}`);
    } else {
      broken.push(path);
      const key = path.length === 0 ? 'The file' : label;
      if (value === undefined && misspelt.includes(path.join('\n'))) continue;
      if (value === undefined) say(path, `${key} is missing. Write ${wanted(here)}.`);
      else if (value === null) say(path, `${key} is empty. Write ${wanted(here)}.`);
      else if (issue.code === 'too_small' && Array.isArray(value))
        say(path, `${key} has no entry. Write ${wanted(here)}.`);
      else if (issue.code === 'invalid_value' && issue.values.length > 1 && typeof value === 'string')
        say(
          path,
          `${key} is ${show(value)}, which is not known. ${didYouMean(value, issue.values.map(String), wanted(here))}`,
        );
      else say(path, `${key} is ${show(value)}. Write ${wanted(here)}.`);
    }
  }
  return { problems, broken };
};
