import { problems, type Problem, type ProblemCode } from '#contract/problems.ts';
import type { BackendError } from '#backend/port.ts';

/** What a code is called, the same for every request. */
const titles: Record<ProblemCode, string> = {
  malformed: 'The request is not as the contract says',
  no_key: 'The request has no Idempotency-Key',
  signed_out: 'There is no session',
  forbidden: 'This is not allowed here',
  not_found: 'There is nothing at this address',
  notice_changed: 'The notice has changed',
  stale: 'The choice has changed since it was shown',
  too_large: 'The request is too large',
  key_reused: 'The key was used for another command',
  unseen: 'A condition for turning this on is missing',
  too_many: 'Too many requests',
  internal: 'Something broke on this side',
  busy: 'The answer could not be confirmed',
};

/** Every answer that is not a success, as RFC 9457 wants it. */
export const problemResponse = (
  code: ProblemCode,
  detail: string,
  more: { current?: BackendError['current']; status?: number; headers?: Record<string, string> } = {},
): Response => {
  const status = more.status ?? problems[code];
  const problem: Problem = { type: `/problems/${code}`, code, title: titles[code], status, detail };
  if (more.current && more.current.length > 0) problem.current = [...more.current];
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...more.headers },
  });
};

/** The one body for everything that is not there: an address, a brand, somebody else's. Nobody can find out which. */
export const nothingHere = (): Response =>
  problemResponse('not_found', 'Nothing is here for you. Check the address against /openapi.json.');

/** Only what asks the caller to come back says when: in whole seconds, at least one. */
const retryAfter = (error: BackendError): Record<string, string> =>
  error.code === 'busy' || error.code === 'too_many'
    ? { 'Retry-After': String(Math.max(1, Math.ceil((error.retryAfter ?? 1000) / 1000))) }
    : {};

/** A refusal by the backend, as it travels. Its code must be one of the contract's. */
export const refusal = (error: BackendError): Response =>
  problemResponse(error.code as ProblemCode, error.detail, { current: error.current, headers: retryAfter(error) });
