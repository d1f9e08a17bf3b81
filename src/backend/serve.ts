import { BackendError, type Backend, type Caller, type Connect } from './port.ts';
import { answer } from './serving/answer.ts';
import { refuseForeign } from './serving/guard.ts';
import { inputOf } from './serving/input.ts';
import { nothingHere, problemResponse, refusal } from './serving/problem.ts';
import { route, type Route } from './serving/route.ts';
import { cookieSession, type CookieSession, type CookieSettings } from './serving/session-cookie.ts';
import type { CallName } from '#contract/contract.ts';
import { problems, type ProblemCode } from '#contract/problems.ts';

/** What `serve` must know of the place it runs in. Every function is asked once a request. */
export interface ServeOptions {
  /** How sessions travel: in a cookie for each brand; or, where cookies cannot be set (a mock inside the page), by a port of yours. */
  readonly session: CookieSettings | Caller['session'];
  /**
   * The origins whose pages may change something. Default: the origin of the request's own address. "unchecked" only
   * where the browser keeps `Origin` from us and nobody else can reach us: a mock inside the page.
   */
  readonly origins?: (request: Request) => readonly string[] | 'unchecked';
  /** May `openSession({demo})` be used. Default: no. */
  readonly demoAllowed?: (request: Request) => boolean;
  /** A header's values as they were sent, one each. Default: what `Headers` says, which joins them with ", ". */
  readonly headerValues?: (request: Request, name: string) => readonly string[];
  /** Default: nothing. */
  readonly evidence?: (request: Request) => Caller['evidence'];
  /** Told of every answer that is a problem. `call` is null where the address is none of the contract's. */
  readonly refused?: (code: ProblemCode, call: CallName | null) => void;
  /** Told of every failure that is ours, with the number that the caller was given. */
  readonly report?: (error: unknown, where: { readonly id: string; readonly call: string | null }) => void;
}

const oneHeader = (request: Request, name: string): readonly string[] => {
  const value = request.headers.get(name);
  return value === null ? [] : [value];
};

const sessionOf = (request: Request, brand: string, settings: ServeOptions['session']): CookieSession =>
  'secure' in settings ? cookieSession(request, brand, settings) : { session: settings, setCookie: () => null };

/** Who a request comes from; `setCookie` is what its session wrote, to be sent back with the answer. */
export const callerOf = (
  request: Request,
  options: ServeOptions,
  brand: string,
): { readonly caller: Caller; readonly setCookie: CookieSession['setCookie'] } => {
  const { session, setCookie } = sessionOf(request, brand, options.session);
  const caller = {
    brand,
    session,
    // Exactly "1" is the signal; two headers of which one is "1" are one signal. "1, 1" in one header is neither.
    gpc: (options.headerValues ?? oneHeader)(request, 'sec-gpc').includes('1'),
    demoAllowed: options.demoAllowed?.(request) ?? false,
    evidence: options.evidence?.(request) ?? { ipPrefix: null, userAgent: null },
  };
  return { caller, setCookie };
};

const perform = async (
  connect: Connect,
  options: ServeOptions,
  request: Request,
  url: URL,
  found: Route,
): Promise<Response> => {
  const { call } = found;
  if (call.method !== 'GET') {
    const origins = options.origins?.(request) ?? [url.origin];
    if (origins !== 'unchecked') refuseForeign(request, origins);
  }
  const input = await inputOf(request, url.searchParams, found);
  const { caller, setCookie } = callerOf(request, options, found.brand);
  const backend = connect(caller);
  const run = backend[found.name] as (given: unknown) => ReturnType<Backend[typeof found.name]>;
  const output = await run(input);
  const response = await answer(request, call, input, output);
  const cookie = setCookie();
  if (cookie !== null) response.headers.append('Set-Cookie', cookie);
  return response;
};

/** What is a caller's to know; the rest is a failure of ours. */
const isTold = (code: string): boolean => code in problems && code !== 'internal';

/**
 * One function from Request to Response, made from the contract's table. The server and the mock both mount it, so the
 * mock is the production handler over another store. It never throws: whatever happens is an answer or a problem.
 */
export const serve = (connect: Connect, options: ServeOptions): ((request: Request) => Promise<Response>) => {
  const respond = async (request: Request): Promise<Response> => {
    let found: ReturnType<typeof route> = null;
    const refuse = (code: ProblemCode, response: Response): Response => {
      options.refused?.(code, found && 'name' in found ? found.name : null);
      return response;
    };
    try {
      const url = new URL(request.url);
      found = route(request.method, url.pathname);
      if (!found) return refuse('not_found', nothingHere());
      if ('allow' in found) {
        const detail = `This address knows ${found.allow}.`;
        return refuse(
          'malformed',
          problemResponse('malformed', detail, { status: 405, headers: { Allow: found.allow } }),
        );
      }
      return await perform(connect, options, request, url, found);
    } catch (error) {
      const told = error instanceof BackendError && isTold(error.code) ? error : null;
      const id = crypto.randomUUID();
      if (!told || (told.code === 'busy' && told.cause)) {
        options.report?.(error, { id, call: found && 'name' in found ? found.name : null });
      }
      if (told) return refuse(told.code as ProblemCode, told.code === 'not_found' ? nothingHere() : refusal(told));
      const detail = `This is our fault. Try again later; when you ask about it, name ${id}.`;
      return refuse('internal', problemResponse('internal', detail));
    }
  };
  return async (request) => {
    const response = await respond(request);
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
};
