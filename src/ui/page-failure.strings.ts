import { msg } from '@lingui/core/macro';

/** A page whose code did not come. */
export const pageFailureStrings = {
  title: msg({ id: 'page.not_here', message: 'We need a connection to show this page' }),
  text: msg({
    id: 'page.not_here_text',
    message: 'Your choices stand as they were saved. The page opens by itself when you are back.',
  }),
  again: msg({ id: 'page.again', message: 'Try again' }),
};
