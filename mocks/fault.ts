import { route } from '#backend/serving/route.ts';
import type { CallName } from '#contract/contract.ts';
import type { World } from './world.ts';

/** The production handler, or the same with something wrong in front of it. */
export type Handler = (request: Request) => Promise<Response>;

/**
 * Something that goes wrong, by name. A fault stands where the network stands: it sees requests and answers, holds them
 * up, loses them, or lets something else happen first. What is true is always said by the handler behind it.
 */
export type Fault = (next: Handler, world: World) => Handler;

/** The call of the contract that a request makes; null = none. */
export function callOf(request: Request): CallName | null {
  const found = route(request.method, new URL(request.url).pathname);
  return found && 'name' in found ? found.name : null;
}

/** A fault that strikes only these calls. */
export const on =
  (calls: readonly CallName[], fault: Fault): Fault =>
  (next, world) => {
    const struck = fault(next, world);
    return (request) => {
      const call = callOf(request);
      return call !== null && calls.includes(call) ? struck(request) : next(request);
    };
  };

/** A fault that strikes so many times and is over. */
export const times =
  (count: number, fault: Fault): Fault =>
  (next, world) => {
    const struck = fault(next, world);
    let left = count;
    return (request) => (left-- > 0 ? struck(request) : next(request));
  };
