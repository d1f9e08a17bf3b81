/** Deeper than any command goes; what is deeper was made to hurt. */
const MAX_DEPTH = 8;

/** A string, a bracket or a colon: all that duplicate keys and depth depend on. Only sound on text that JSON.parse took. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/gs;

const stringOf = (token: string): string => (token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1));

/**
 * Reads JSON that has one meaning only. Throws a `SyntaxError` whose message says how to mend it: on anything
 * JSON.parse refuses (NaN, trailing commas), a key twice in one object, "__proto__", half a surrogate pair, and nesting
 * deeper than 8.
 */
export const parseStrictJson = (text: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SyntaxError('The body is not JSON. Send one JSON object, in UTF-8.');
  }
  const keys: Set<string>[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      if (keys.push(new Set()) > MAX_DEPTH) {
        throw new SyntaxError(`The body is nested deeper than ${MAX_DEPTH}. Send it flatter.`);
      }
    } else if (token === '}' || token === ']') {
      keys.pop();
    } else if (token === ':') {
      const known = keys.at(-1) as Set<string>;
      if (last === '__proto__') throw new SyntaxError('The key "__proto__" is not allowed. Leave it out.');
      if (known.has(last)) throw new SyntaxError(`The key ${JSON.stringify(last)} appears twice. Send it once.`);
      known.add(last);
    } else {
      last = stringOf(token);
      if (!last.isWellFormed()) {
        throw new SyntaxError('A string in the body holds half a character (a lone surrogate). Send whole characters.');
      }
    }
  }
  return value;
};
