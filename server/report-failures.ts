import { describeError, type Log } from './log.ts';

/**
 * The same store, whose every failure is also logged: the customer is told "busy" and nothing more, so whoever runs
 * the server must find the reason here (a full disk, a damaged file).
 */
export const reportFailures = <T extends object>(store: T, log: Log): T =>
  new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...input: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, target, input);
        } catch (error) {
          log.error({ operation: String(name), ...describeError(error) }, 'the database failed');
          throw error;
        }
      };
    },
  });
