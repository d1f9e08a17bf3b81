import { BackendError, type Backend } from './port.ts';

/** The same object, whose methods reject with a `BackendError` only: what is none goes through `wrap`. */
const rejectingWith = <T extends object>(wrap: (cause: unknown) => BackendError, whole: T): T =>
  new Proxy(whole, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...input: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, target, input);
        } catch (cause) {
          throw cause instanceof BackendError ? cause : wrap(cause);
        }
      };
    },
  });

const unreachable = (cause: unknown) =>
  new BackendError('busy', 'The store could not be reached. Send the same again, with the same key.', { cause });

const broken = (cause: unknown) => new BackendError('internal', 'Something broke on this side.', { cause });

/** The same store, whose every rejection is a `busy`: the outcome is unknown, and the same key settles it. */
export const reachable = <T extends object>(store: T): T => rejectingWith(unreachable, store);

/** The same backend, whose every other failure is an `internal`: a backend throws `BackendError` and nothing else. */
export const throwingOnlyOurs = (backend: Backend): Backend => rejectingWith(broken, backend);
