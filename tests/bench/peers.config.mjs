// One entry per page or server. See README.md for the fields.
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, press } from './evenhand.mjs';

const store = join(tmpdir(), `evenhand-bench-store-${process.pid}`);
const countRows = (file, query) => {
  const database = new DatabaseSync(file, { readOnly: true });
  const { n } = database.prepare(query).get();
  database.close();
  return n;
};

const here = new URL('.', import.meta.url).pathname;
const node = process.execPath;

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
    persist: 'fetch',
    prepare,
  },
];

const body = JSON.stringify({
  type: 'cookie_banner',
  subjectId: 'sub_{id}',
  domain: 'example.com',
  preferences: { necessary: true, functionality: true, experience: false, measurement: true, marketing: false },
  givenAt: '{now}',
}).replace('"{now}"', '{now}');

export const servers = [
  {
    name: 'node-insert',
    start: `NODE_ENV=production exec ${node} servers/node-insert.mjs`,
    cwd: here,
    url: 'http://127.0.0.1:4801/',
    body,
    count: 'select count(*) from node_consent',
  },
  {
    name: 'c15t',
    start: `NODE_ENV=production exec ${node} servers/c15t.mjs`,
    cwd: here,
    url: 'http://127.0.0.1:4802/subjects',
    body,
    count: 'select count(*) from consent',
  },
  {
    name: 'evenhand-sqlite',
    start: `NODE_ENV=production exec ${node} servers/evenhand.ts`,
    cwd: here,
    env: { DATABASE_URL: undefined, EVENHAND_DATA_DIR: store, COOKIES: join(store, 'cookies.txt') },
    url: 'http://127.0.0.1:4803/v1/halden-row/me/decisions',
    headers: { origin: 'http://127.0.0.1:4803', 'evenhand-client': 'web', 'idempotency-key': 'bench-request-{id}' },
    cookies: join(store, 'cookies.txt'),
    body: JSON.stringify({ items: [{ choice: 'purchases.recommendations', value: 'off' }] }),
    count: () => countRows(join(store, 'evenhand.db'), 'select count(*) as n from entry'),
  },
];
