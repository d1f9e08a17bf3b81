// One entry per page or server. See README.md for the fields.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, press } from './evenhand.mjs';

const here = new URL('.', import.meta.url).pathname;

const page = (name, entry) => ({ name, dir: `${here}dist/${name}/`, persist: 'storage', ...entry });

const floor = { toggle: 'input:not([disabled])', save: '#save' };
const c15t = {
  toggle: '[role=switch]:not([disabled])',
  save: '[data-testid=consent-widget-footer-save-button]',
  version: '2.2.1',
};

export const baseline = 'floor-react';

export const pages = [
  page('floor-html', floor),
  page('floor-preact', floor),
  page('floor-react', floor),
  page('floor-react-prerender', floor),
  page('c15t-dialog', c15t),
  page('c15t-widget', c15t),
  page('klaro', {
    toggle: 'input[id^=purpose-item-]:not([disabled], #purpose-item-disableAll)',
    save: '.cm-btn-accept',
    version: '0.7.22',
  }),
  page('cookieconsent', { toggle: '.section__toggle:not([disabled])', save: '[data-role=save]', version: '3.1.0' }),
  page('orejime', {
    toggle: '.orejime-Purpose-input:not([disabled])',
    save: '.orejime-Modal-saveButton',
    version: '3.2.1',
  }),
  // tarteaucitron writes its cookie as each service is allowed or denied, so Deny stands in for a save button.
  page('tarteaucitron', {
    path: '#tarteaucitron',
    toggle: '[id^=my-][id$=Allowed]:not(#my-necessaryAllowed)',
    save: '[id^=my-][id$=Denied]:not(#my-necessaryDenied)',
    version: '1.34.0',
  }),
  {
    name: 'evenhand',
    start: `node ${here}../../server/main.ts`,
    env: { PORT: '4803', EVENHAND_DATA_DIR: join(tmpdir(), `evenhand-bench-${process.pid}`), LOG_LEVEL: 'silent' },
    url: 'http://127.0.0.1:4803/',
    toggle: '[role=switch]:not([disabled])',
    press,
    save: press[0],
    savesAtPress: true,
    screens: ['/held', '/activity', '/concluded', '/benefits', '/yourself', '/safety'],
    persist: 'fetch',
    prepare,
  },
];
