import { randomUUID } from 'node:crypto';
import type { DecisionAnswer, DecisionItem, DecisionPage } from '#contract/decisions.ts';
import type { Choices } from '#contract/choices.ts';
import type { Overview } from '#contract/overview.ts';

/** A browser as the server sees it: keeps its cookies, and says where it stands. */
export interface HttpClient {
  request(method: string, path: string, init?: { body?: unknown; headers?: Record<string, string> }): Promise<Response>;
  signIn(persona: string): Promise<void>;
  choices(): Promise<Choices>;
  overview(): Promise<Overview>;
  /** Sends a decision; `key` is new unless given. */
  decide(items: readonly DecisionItem[], key?: string): Promise<Response>;
  decided(items: readonly DecisionItem[], key?: string): Promise<DecisionAnswer>;
  decisions(): Promise<DecisionPage>;
  /** The same browser, with its cookies, at another address of the server. */
  at(origin: string): HttpClient;
}

/** What every test's brand is called. */
export const brand = 'halden-row';

export const newKey = (): string => randomUUID();

const answer = async <T>(response: Response): Promise<T> => {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
};

/** `kept`: the cookies it has to begin with, as a `Cookie` header. */
export function httpClient(origin: string, kept = ''): HttpClient {
  const cookies = new Map<string, string>();
  const keep = (pair: string): void => {
    const [name = '', value = ''] = pair.split('=');
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  };
  for (const pair of kept.split('; ')) keep(pair);
  const header = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  const request: HttpClient['request'] = async (method, path, { body, headers = {} } = {}) => {
    const changes = method !== 'GET' && method !== 'HEAD';
    const response = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(changes ? { 'Evenhand-Client': 'web', Origin: origin, 'Sec-Fetch-Site': 'same-origin' } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(cookies.size > 0 ? { Cookie: header() } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) keep(cookie.split(';')[0] ?? '');
    return response;
  };

  const decide: HttpClient['decide'] = (items, key = newKey()) =>
    request('POST', `/v1/${brand}/me/decisions`, { body: { items }, headers: { 'Idempotency-Key': key } });

  return {
    request,
    async signIn(persona) {
      await answer(await request('POST', `/v1/${brand}/session`, { body: { demo: persona } }));
    },
    choices: async () => answer(await request('GET', `/v1/${brand}/me/choices`)),
    overview: async () => answer(await request('GET', `/v1/${brand}/me/overview`)),
    decide,
    decided: async (items, key) => answer(await decide(items, key)),
    decisions: async () => answer(await request('GET', `/v1/${brand}/me/decisions?limit=200`)),
    at: (other) => httpClient(other, header()),
  };
}
