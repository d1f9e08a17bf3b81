import type { Fault } from '#mocks/fault.ts';

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Every answer takes so long. */
export const late =
  (ms: number): Fault =>
  (next) =>
  async (request) => {
    await pause(ms, request.signal);
    return next(request);
  };

/** No answer ever comes; the request waits until somebody gives it up. */
export const silent: Fault = () => (request) =>
  new Promise((resolve) => request.signal.addEventListener('abort', () => resolve(Response.error())));

/** The request arrives and is acted on; the answer is lost on its way back. */
export const answerLost: Fault = (next) => async (request) => {
  await next(request);
  return Response.error();
};

/** The connection, as the world has it at that moment. */
export const connected: Fault = (next, world) => async (request) =>
  world.connection.online ? next(request) : Response.error();

/** From the first such request on there is no connection. */
export const connectionCut: Fault = (next, world) => async (request) => {
  world.connection.set(false);
  return connected(next, world)(request);
};
