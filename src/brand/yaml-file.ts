import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly (string | number)[];

/** A YAML file as read: its plain value, and where each part of it stands. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** The line of the part at `path`; where it does not exist, that of the nearest part around it. */
  readonly lineOf: (path: Path) => number;
  /** What keeps it from being read. `value` is undefined then. */
  readonly problems: readonly Problem[];
}

const longest = 400_000;

/** Whole characters only, and of control characters no more than tab and line break. */
const isWritable = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text);

const start = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];

/** Follows `path` down from the top and gives the offset of the last part there is. */
const offsetOf = (document: Document, path: Path): number => {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      offset = start(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = start(node) ?? offset;
    } else return offset;
  }
  return offset;
};

const plainly = (code: string, message: string): string =>
  code === 'DUPLICATE_KEY'
    ? 'This key stands here twice. Keep one.'
    : `This is not YAML that can be read: ${message.replace(/ at line \d+.*$/s, '').replace(/\.$/, '')}. Check quotes, colons and how far lines are moved in.`;

/**
 * Reads one YAML file. Refused, because they hide what a person would read: keys given twice, anchors, aliases, merge
 * keys, tags, several documents in one file, and files too long to be written by hand.
 */
export const readYaml = (name: string, text: string): YamlFile => {
  const at = (line: number, message: string): Problem => ({ file: name, line, message });
  const unreadable = (problems: readonly Problem[]): YamlFile => ({
    name,
    value: undefined,
    lineOf: () => 1,
    problems,
  });
  if (text.length > longest)
    return unreadable([
      at(1, `The file has more than ${longest} characters. Check that the right file was copied here.`),
    ]);

  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos }) =>
    at(lineAt(pos[0]), plainly(code, message)),
  );
  visit(document, {
    Node: (_, node) => {
      const line = lineAt(start(node) ?? 0);
      if (isAlias(node)) problems.push(at(line, `"*${node.source}" is an alias. Write the value itself here.`));
      else if (isScalar(node) && typeof node.value === 'string' && !isWritable(node.value))
        problems.push(at(line, 'The text holds a sign that cannot be written. Type it again.'));
      else if (node.anchor !== undefined) problems.push(at(line, `"&${node.anchor}" is an anchor. Remove it.`));
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && (key.value === '__proto__' || key.value === '<<'))
        problems.push(at(lineAt(start(key) ?? 0), `"${key.value}" cannot be a key. Remove it.`));
    },
  });
  if (problems.length > 0) return unreadable(problems);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null) return unreadable([at(1, 'The file is empty. Fill it as docs/brand-files.md shows.')]);
  return { name, value, lineOf: (path) => lineAt(offsetOf(document, path)), problems: [] };
};
