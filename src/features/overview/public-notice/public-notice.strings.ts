import { msg } from '@lingui/core/macro';

/** What a page says that the server drew for whoever asks. These words never travel to the browser as a catalog. */
export const publicNoticeStrings = {
  needsScript: msg({
    id: 'served.needs_script',
    message: 'This page needs JavaScript to show you your own choices. Turn it on, then load the page again.',
  }),
};
