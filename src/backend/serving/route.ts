import type { Call } from '#contract/call.ts';
import { contract, type CallName } from '#contract/contract.ts';
import { BrandId } from '#contract/primitives.ts';

/** A request's address, understood. */
export interface Route {
  readonly name: CallName;
  readonly call: Call;
  readonly brand: string;
  /** The values of the path's `{names}`, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** The methods that an address knows, where the request's is not among them. */
export interface WrongMethod {
  readonly allow: string;
}

interface Pattern {
  readonly parts: readonly string[];
  readonly calls: ReadonlyMap<string, CallName>;
}

const isName = (part: string) => part.startsWith('{');

const patterns: readonly Pattern[] = (() => {
  const byPath = new Map<string, Map<string, CallName>>();
  for (const [name, { path, method }] of Object.entries(contract)) {
    const calls = byPath.get(path) ?? new Map<string, CallName>();
    byPath.set(path, calls.set(method, name as CallName));
  }
  return [...byPath].map(([path, calls]) => ({ parts: path.slice(1).split('/'), calls }));
})();

const decode = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

const paramsOf = (pattern: Pattern, parts: readonly string[]): Record<string, string> | null => {
  if (pattern.parts.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.parts.entries()) {
    const part = parts[index] as string;
    if (!isName(expected)) {
      if (expected !== part) return null;
      continue;
    }
    const value = decode(part);
    if (!value) return null;
    params[expected.slice(1, -1)] = value;
  }
  return params;
};

/** Which call a method and a path ask for; null = no such address. Compares part by part: nothing to backtrack over. */
export const route = (method: string, path: string): Route | WrongMethod | null => {
  const [, version, brand = '', ...parts] = path.split('/', 12);
  if (version !== 'v1' || !BrandId.safeParse(brand).success) return null;
  for (const pattern of patterns) {
    const params = paramsOf(pattern, parts);
    if (!params) continue;
    const name = pattern.calls.get(method === 'HEAD' ? 'GET' : method);
    if (name) return { name, call: contract[name], brand, params };
    const methods = [...pattern.calls.keys()];
    return { allow: (methods.includes('GET') ? [...methods, 'HEAD'] : methods).toSorted().join(', ') };
  }
  return null;
};
