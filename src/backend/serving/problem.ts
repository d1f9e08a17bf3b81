import { problemTitles } from '#contract/problem-titles.ts';
import type { Problem } from '#contract/problem.ts';
import { problems, type ProblemCode } from '#contract/problems.ts';
import type { BackendError } from '#backend/port.ts';

/** Every answer that is not a success, as RFC 9457 wants it. */
export const problemResponse = (
  code: ProblemCode,
  detail: string,
  more: { current?: BackendError['current']; status?: number; headers?: Record<string, string> } = {},
): Response => {
  const status = more.status ?? problems[code];
  const problem: Problem = { type: `/problems/${code}`, code, title: problemTitles[code], status, detail };
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
