import { BackendError, type Backend, type CallOptions } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';

/**
 * The choices of a customer. Throws `signed_out` also where the session is this browser's own: what it turned off without
 * signing in is shown elsewhere, and is never taken for the customer coming back.
 */
export async function customerChoices(backend: Pick<Backend, 'getChoices'>, options?: CallOptions): Promise<Choices> {
  const choices = await backend.getChoices({}, options);
  if (choices.browser) throw new BackendError('signed_out', "The session is this browser's own. Sign in.");
  return choices;
}
