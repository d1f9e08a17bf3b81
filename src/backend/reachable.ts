import { BackendError } from './port.ts';

/** The same store, whose every rejection is a `busy`: the outcome is unknown, and the same key settles it. */
export const reachable = <T extends object>(store: T): T =>
  new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...input: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, target, input);
        } catch (cause) {
          if (cause instanceof BackendError) throw cause;
          throw new BackendError('busy', 'The store could not be reached. Send the same again, with the same key.', {
            cause,
          });
        }
      };
    },
  });
