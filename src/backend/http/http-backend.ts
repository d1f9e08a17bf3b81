import { calls, shapes, type WireCall } from 'virtual:wire-contract';
import { BackendError, type Backend, type CallOptions } from '#backend/port.ts';
import { faults } from '#contract/check.ts';
import type { CallName } from '#contract/contract.ts';
import type { Problem } from '#contract/problem.ts';

/** Where the API is, and how long one answer may take. */
export interface HttpSettings {
  /** In front of "/v1": "" = the page's own origin. */
  readonly baseUrl: string;
  readonly brand: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds. Default: 10,000. */
  readonly timeout?: number;
}

type Fields = Record<string, unknown>;

const requestOf = ({ baseUrl, brand }: HttpSettings, call: WireCall, input: Fields): [string, RequestInit] => {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const take = (field: string): string => {
    const value = String(rest.get(field));
    rest.delete(field);
    return value;
  };
  const headers: Record<string, string> = { Accept: 'application/json', 'Evenhand-Client': 'web' };
  for (const [field, header] of Object.entries(call.inputHeaders ?? {})) headers[header] = take(field);
  let url = `${baseUrl}/v1/${brand}${call.path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(take(field)))}`;
  const init: RequestInit = { method: call.method, headers, credentials: 'same-origin' };
  if (call.cache === 'no-store') init.cache = 'no-store';
  if (call.method === 'POST') {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(Object.fromEntries(rest));
  } else if (rest.size > 0) {
    url += `?${new URLSearchParams([...rest].map(([field, value]) => [field, String(value)]))}`;
  }
  return [url, init];
};

/** `Retry-After` in milliseconds: seconds, or a date. */
const waitOf = (header: string | null): number | null => {
  if (header === null) return null;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
};

const pairs = (items: unknown): string =>
  (items as { choice: string; value: string }[])
    .map((item) => `${item.choice}=${item.value}`)
    .toSorted()
    .join();

/** An entry that answers for other choices than those asked is nobody's success. */
const answersTheCommand = (input: Fields, output: Fields): boolean =>
  !('items' in input) || pairs(input['items']) === pairs((output['entry'] as Fields)['items']);

const answerOf = async (call: WireCall, input: Fields, response: Response): Promise<Fields> => {
  const type = response.headers.get('content-type') ?? '';
  const isProblem = type.startsWith('application/problem+json');
  const retryAfter = waitOf(response.headers.get('retry-after'));
  let body: unknown;
  try {
    if (isProblem || type.startsWith('application/json')) body = await response.json();
  } catch (cause) {
    throw new BackendError('bad_answer', 'The answer broke off or is not JSON.', { cause });
  }
  if (isProblem && !response.ok && faults(shapes.Problem, body).length === 0) {
    const problem = body as Problem;
    throw new BackendError(problem.code, problem.detail, { retryAfter, current: problem.current ?? [] });
  }
  if (response.status >= 500 || response.status === 429) {
    throw new BackendError('busy', `The server answered ${response.status} without a reason.`, { retryAfter });
  }
  let wrong: readonly string[] = [];
  if (response.ok && !isProblem && typeof body === 'object') {
    const output: Fields = { ...body };
    for (const [field, header] of Object.entries(call.outputHeaders ?? {})) {
      output[field] = response.headers.get(header) === 'true';
    }
    wrong = faults(call.output, output);
    if (wrong.length === 0 && answersTheCommand(input, output)) return output;
  }
  const where = wrong.length === 0 ? '' : ` Look at: ${wrong.slice(0, 3).join(', ')}.`;
  throw new BackendError('bad_answer', `The answer (${response.status}) is not what the contract promises.${where}`);
};

/** A call that the first page does not make comes with the others of its resource. */
const lateCall = async (name: CallName): Promise<WireCall> => {
  const { lateCalls } = await import('virtual:late-calls');
  return (await lateCalls[name]?.())?.calls[name] as WireCall;
};

/** The contract over HTTP. Every failure on the way becomes a `BackendError`; nothing unparsed passes for an answer. */
export const httpBackend = (settings: HttpSettings): Backend => {
  const send = settings.fetch ?? ((url, init) => fetch(url, init));
  const perform = async (name: CallName, input: Fields, options: CallOptions = {}): Promise<Fields> => {
    const late = AbortSignal.timeout(settings.timeout ?? 10_000);
    const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
    try {
      const call = calls[name] ?? (await lateCall(name));
      const [url, init] = requestOf(settings, call, input);
      const response = await send(url, { ...init, signal, keepalive: options.keepalive ?? false });
      return await answerOf(call, input, response);
    } catch (cause) {
      if (signal.aborted) throw new BackendError('timeout', 'No answer came in time.', { cause });
      if (cause instanceof BackendError) throw cause;
      throw new BackendError('offline', 'The server could not be reached.', { cause });
    }
  };
  return Object.fromEntries(
    Object.keys(calls).map((name) => [
      name,
      (input: Fields, options?: CallOptions) => perform(name as CallName, input, options),
    ]),
  ) as unknown as Backend;
};
