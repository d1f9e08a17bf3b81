import * as z from 'zod/mini';
import type { Call } from '#contract/call.ts';
import { BackendError } from '#backend/port.ts';
import { bodyFields } from './body.ts';
import type { Route } from './route.ts';

const { localeError } = z.locales.en();

const malformed = (detail: string) => new BackendError('malformed', detail);

const queryFields = (query: URLSearchParams): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const [name, value] of query) {
    if (Object.hasOwn(fields, name) || name === '__proto__') {
      throw malformed(
        `The query names ${JSON.stringify(name)} twice or may not name it. Send it once or leave it out.`,
      );
    }
    fields[name] = value;
  }
  return fields;
};

/** "abc" and "\"abc\"" are the same key: clients send it bare, or as the string that RFC 8941 wants. */
const unquoted = (value: string): string => /^"([^"\\]*)"$/.exec(value)?.[1] ?? value;

const headerFields = (call: Call, headers: Headers): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const [field, header] of Object.entries(call.inputHeaders ?? {})) {
    const value = headers.get(header)?.trim();
    if (value) fields[field] = unquoted(value);
    else if (call.problems.includes('no_key')) {
      throw new BackendError('no_key', `Send "${header}": 16 to 64 letters, digits, "-" or "_", one for each intent.`);
    }
  }
  return fields;
};

const whereOf = (path: readonly PropertyKey[]): string => (path.length === 0 ? 'The input' : path.join('.'));

/** Puts a call's input together from path, query or body, and headers, and checks it against the contract. */
export const inputOf = async (request: Request, query: URLSearchParams, { call, params }: Route) => {
  const elsewhere = { ...params, ...headerFields(call, request.headers) };
  const inQuery = queryFields(query);
  const open = call.method === 'POST' ? await bodyFields(request) : inQuery;
  if (call.method === 'POST' && Object.keys(inQuery).length > 0) {
    throw malformed('This call takes no query. Send its fields in the JSON body.');
  }
  const twice = Object.keys(open).find((name) => name in elsewhere || name in (call.inputHeaders ?? {}));
  if (twice) throw malformed(`"${twice}" travels in the path or in a header. Leave it out of the query and the body.`);
  const parsed = z.safeParse(call.input, { ...open, ...elsewhere }, { error: localeError });
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const [issue] = parsed.error.issues;
  throw malformed(`${whereOf(issue?.path ?? [])}: ${issue?.message ?? 'not as the contract says'}.`);
};
