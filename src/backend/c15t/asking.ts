import { BackendError, type CallOptions } from '#backend/port.ts';

/** Where the brand's proxy before c15t is. It says who is signed in, and adds the subject: this side never names one. */
export interface C15tSettings {
  /** In front of "/init" and "/subjects": "/api/c15t". */
  readonly baseUrl: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds one answer may take. Default: 10,000. */
  readonly timeout?: number;
  /** This browser's clock, milliseconds. */
  readonly now?: () => number;
}

/** An answer as it came; a body that is not an object is an empty one. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export const badAnswer = (what: string) =>
  new BackendError('bad_answer', `c15t's answer is not what its API promises: ${what}.`);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The code that c15t gives a refusal; empty where it gives none. */
export const codeOf = ({ body }: Pick<Answer, 'body'>): string =>
  typeof body['code'] === 'string' ? body['code'] : '';

/** What every refusal means, whichever call it answers. */
export const refusalOf = ({ status, body }: Answer): BackendError => {
  if (status === 401) return new BackendError('signed_out', 'Nobody is signed in at the proxy.');
  if (status === 403) return new BackendError('forbidden', 'The proxy refuses this customer or this page.');
  if (status === 429 || status >= 500) return new BackendError('busy', `c15t or its proxy answers ${status}.`);
  if (codeOf({ body }) === 'PURPOSE_NOT_ALLOWED') {
    return new BackendError('malformed', 'c15t refuses our keys. Set scopeMode: "permissive" in its policy.');
  }
  return badAnswer(`${status} ${codeOf({ body })}`);
};

export type Ask = (path: string, init: RequestInit, options?: CallOptions) => Promise<Answer>;

/** Asks the proxy. Throws `offline` and `timeout`; what an answer means is for who asked. */
export const asking = ({ baseUrl, timeout = 10_000, fetch: given }: C15tSettings): Ask => {
  const fetchIt = given ?? ((url: string, init: RequestInit) => fetch(url, init));
  return async (path, init, options = {}) => {
    const late = AbortSignal.timeout(timeout);
    const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
    const headers = {
      Accept: 'application/json',
      'Evenhand-Client': 'web',
      ...(init.body && { 'Content-Type': 'application/json' }),
    };
    const more = { credentials: 'same-origin', cache: 'no-store', keepalive: options.keepalive ?? false } as const;
    try {
      const response = await fetchIt(baseUrl + path, { ...init, ...more, headers, signal });
      const body: unknown = await response.json().catch(() => {
        signal.throwIfAborted();
        return null;
      });
      return { status: response.status, headers: response.headers, body: isObject(body) ? body : {} };
    } catch (cause) {
      if (signal.aborted) throw new BackendError('timeout', 'No answer came in time.', { cause });
      throw new BackendError('offline', "The brand's proxy before c15t could not be reached.", { cause });
    }
  };
};
