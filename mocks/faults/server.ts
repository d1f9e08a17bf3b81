import { problemResponse } from '#backend/serving/problem.ts';
import type { Capabilities } from '#contract/capabilities.ts';
import type { CallName } from '#contract/contract.ts';
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

/** What a backend can leave out, and the calls that it then does not answer. */
export const callsFor = {
  receipts: ['getReceipt'],
  history: ['listDecisions'],
  browserSubject: [],
  records: ['listHoldings', 'listRecords'],
  correcting: ['correctRecord'],
  forgetting: ['forget'],
  inferences: ['listInferences', 'judgeInference'],
  activity: ['listActivity'],
  benefits: ['listBenefits'],
  preview: ['previewExperience'],
  profile: ['getProfile', 'answerQuestion'],
  safety: ['getSafety'],
  expectations: ['getExpectations', 'recordExpectation'],
} as const satisfies Partial<Record<keyof Capabilities, readonly CallName[]>>;

type Ability = keyof typeof callsFor;

/** Everything that a backend can leave out. */
export const everyAbility = Object.keys(callsFor) as readonly Ability[];

/** What says that it cannot: there are no receipts, or it is not so. */
const without = (ability: Ability): Partial<Capabilities> =>
  ability === 'receipts' ? { receipts: null } : { [ability]: false };

/** A backend that cannot do these things: it says so in its capabilities, and does not answer what needs them. */
export const lacking = (abilities: readonly Ability[]): Fault => {
  const unanswered = new Set<CallName>(abilities.flatMap((ability) => callsFor[ability]));
  return (next) => async (request) => {
    const call = callOf(request);
    if (call !== null && unanswered.has(call)) return problemResponse('not_found', 'This backend cannot do that.');
    const response = await next(request);
    if (call !== 'getCapabilities' || !response.ok) return response;
    const able = (await response.json()) as Capabilities;
    return Response.json(Object.assign(able, ...abilities.map(without)));
  };
};
