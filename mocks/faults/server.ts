import { problemResponse } from '#backend/serving/problem.ts';
import type { Capabilities } from '#contract/capabilities.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { ProblemCode } from '#contract/problems.ts';
import { callOf, type Fault } from '#mocks/fault.ts';

/** What stands in front of the server answers in its place, in its own words and not in ours. */
export const down: Fault = () => async () =>
  new Response('<h1>503 Service Unavailable</h1>', { status: 503, headers: { 'Content-Type': 'text/html' } });

/** The server answers with a problem of the contract, whatever it was asked. */
export const answers =
  (code: ProblemCode, detail: string, headers: Readonly<Record<string, string>> = {}): Fault =>
  () =>
  async () =>
    problemResponse(code, detail, { headers: { ...headers } });

/** A fault that strikes only decisions with something in them that moves away from protection. */
export const grantsOnly =
  (fault: Fault): Fault =>
  (next, world) => {
    const struck = fault(next, world);
    return async (request) => {
      const { items } = (await request.clone().json()) as { items: DecisionItem[] };
      return items.some((item) => item.value !== 'off') ? struck(request) : next(request);
    };
  };

/** A backend that cannot do these things: it says so in its capabilities, and does not answer what needs them. */
export const lacking =
  (cannot: Partial<Pick<Capabilities, 'receipts' | 'history' | 'browserSubject'>>): Fault =>
  (next) =>
  async (request) => {
    const call = callOf(request);
    if (call === 'getReceipt' && 'receipts' in cannot)
      return problemResponse('not_found', 'This backend has no receipts.');
    if (call === 'listDecisions' && 'history' in cannot)
      return problemResponse('not_found', 'This backend has no history.');
    const response = await next(request);
    if (call !== 'getCapabilities' || !response.ok) return response;
    const able = (await response.json()) as Capabilities;
    return Response.json({ ...able, ...cannot });
  };
