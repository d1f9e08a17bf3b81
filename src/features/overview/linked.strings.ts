import { msg } from '@lingui/core/macro';

/** Said once after signing in, where a browser's decisions joined the account. */
export const linkedUses = (uses: string) =>
  msg({ id: 'linked.uses', message: `What you turned off in this browser is off in your account, too: ${uses}.` });
