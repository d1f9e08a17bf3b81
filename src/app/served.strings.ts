import { msg } from '@lingui/core/macro';

/** What only a page says that the server drew. */
export const servedStrings = {
  switchesNeedScript: msg({
    id: 'served.switches_need_script',
    message: 'The switches need JavaScript. Turn it on, then load the page again.',
  }),
  notLoaded: msg({
    id: 'served.not_loaded',
    message: 'A part of this page did not come. Nothing that you press is saved.',
  }),
  loadAgain: msg({ id: 'served.load_again', message: 'Load the page again' }),
};
