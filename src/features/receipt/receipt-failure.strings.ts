import { msg } from '@lingui/core/macro';

/** A receipt's page whose code did not come. */
export const receiptFailureStrings = {
  title: msg({ id: 'receipt.not_here', message: 'We need a connection to show your receipt' }),
  text: msg({
    id: 'receipt.not_here_text',
    message: 'What you chose stands as it was saved. The receipt opens by itself when you are back.',
  }),
  again: msg({ id: 'receipt.again', message: 'Try again' }),
};
