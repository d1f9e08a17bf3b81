import { msg } from '@lingui/core/macro';

/** What somebody who is not signed in can read: what this page is, and who stands behind it. */
export const signedOutStrings = {
  page: msg({ id: 'signed_out.page', message: 'This page' }),
  who: msg({ id: 'signed_out.who', message: 'Who we are' }),
  write: msg({ id: 'signed_out.write', message: 'Write to us' }),
  officer: msg({ id: 'signed_out.officer', message: 'Data protection' }),
  authority: msg({ id: 'signed_out.authority', message: 'Complain to' }),
};
