import { BackendError } from '#backend/port.ts';
import { type Faults, noFaults } from './faults.ts';
import type { Random } from './random.ts';
import type { Time } from './time.ts';

/** One request: what the server does with it, and whether the client still has an ear for the answer. */
export interface Request<T> {
  readonly label: string;
  readonly handle: () => T;
  /** Only grants may be told to slow down. */
  readonly mayBeSlowed: boolean;
  readonly isOnline: () => boolean;
  readonly signal: AbortSignal | undefined;
}

export interface Network {
  readonly call: <T>(request: Request<T>) => Promise<T>;
  /** From now on everything arrives. */
  readonly heal: () => void;
}

/** The way between a browser and the server: slow, lossy, repeating itself, out of order, and at times lying. */
export function startNetwork(time: Time, random: Random, drawn: Faults, trace: (line: string) => void): Network {
  let faults = drawn;
  const latency = (): number =>
    random.chance(faults.longDelay) ? random.between(2000, 45_000) : random.between(5, 400);

  function call<T>({ label, handle, mayBeSlowed, isOnline, signal }: Request<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const fail = (code: BackendError['code'], retryAfter: number | null = null): void => {
      trace(`${label} fails ${code}`);
      reject(new BackendError(code, 'As the simulation has it.', { retryAfter }));
    };
    signal?.addEventListener('abort', () => fail('timeout'));

    function arrive(answered: boolean): void {
      if (answered && random.chance(faults.failBefore)) return back(() => fail(random.pick(['internal', 'busy'])));
      if (answered && mayBeSlowed && random.chance(faults.tooMany)) {
        const wait = random.between(500, 8000);
        return back(() => fail('too_many', wait));
      }
      const outcome = attempt(handle);
      trace(`${label} arrives: ${outcome.ok ? 'ok' : outcome.error.code}`);
      if (!answered) return;
      if (outcome.ok && random.chance(faults.failAfter)) return back(() => fail('busy'));
      back(() => (outcome.ok ? deliver(outcome.value) : reject(outcome.error)));
    }

    function back(then: () => void): void {
      if (random.chance(faults.dropAnswer)) {
        // A connection that breaks is noticed, or it is not.
        if (random.chance(0.5)) time.after(latency(), () => fail('offline'));
        return;
      }
      time.after(latency(), () => (isOnline() ? then() : fail('offline')));
    }

    function deliver(value: T): void {
      if (random.chance(faults.cutBody)) return fail('bad_answer');
      trace(`${label} answered`);
      resolve(value);
    }

    if (!isOnline()) {
      time.after(5, () => fail('offline'));
      return promise;
    }
    if (random.chance(faults.dropRequest)) {
      if (random.chance(0.5)) time.after(latency(), () => fail('offline'));
      return promise;
    }
    time.after(latency(), () => arrive(true));
    if (random.chance(faults.duplicate)) time.after(latency() + latency(), () => arrive(false));
    return promise;
  }

  return {
    call,
    heal() {
      faults = { ...noFaults, duplicate: faults.duplicate };
    },
  };
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: BackendError };

function attempt<T>(run: () => T): Attempt<T> {
  try {
    return { ok: true, value: run() };
  } catch (error) {
    if (error instanceof BackendError) return { ok: false, error };
    throw error;
  }
}
