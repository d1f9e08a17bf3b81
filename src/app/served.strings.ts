import { msg } from '@lingui/core/macro';

/** What only a page says that the server drew. */
export const servedStrings = {
  switchesNeedScript: msg({
    id: 'served.switches_need_script',
    message: 'The switches need JavaScript. Turn it on, then load the page again.',
  }),
};
