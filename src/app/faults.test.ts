import { afterEach, describe, expect, test, vi } from 'vitest';
import { BackendError } from '#backend/port.ts';
import { tellFault } from './faults.ts';

afterEach(() => vi.restoreAllMocks());

describe('what a part of the page failed with', () => {
  test('is not told as a fault where nobody is signed in: that is an answer', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    tellFault(new BackendError('signed_out', 'Sign in.'));
    expect(said).not.toHaveBeenCalled();
  });

  test.for([new BackendError('offline', 'No network.'), new TypeError('x is not a function'), 'thrown words'])(
    'is told in the console where it is anything else: %s',
    (error) => {
      const said = vi.spyOn(console, 'error').mockImplementation(() => {});
      tellFault(error);
      expect(said.mock.calls).toEqual([[error]]);
    },
  );
});
