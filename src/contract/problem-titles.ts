import type { ProblemCode } from './problems.ts';

/** What a problem is called, the same for every request (RFC 9457 `title`). For developers; customers read i18n's words. */
export const problemTitles: Record<ProblemCode, string> = {
  malformed: 'The request is not as the contract says',
  no_key: 'The request has no Idempotency-Key',
  signed_out: 'There is no session',
  forbidden: 'This is not allowed here',
  not_found: 'There is nothing at this address',
  notice_changed: 'The notice has changed',
  stale: 'The choice has changed since it was shown',
  too_large: 'The request is too large',
  key_reused: 'The key was used for another command',
  unseen: 'A condition for turning this on is missing',
  too_many: 'Too many requests',
  internal: 'Something broke on this side',
  busy: 'The answer could not be confirmed',
};
