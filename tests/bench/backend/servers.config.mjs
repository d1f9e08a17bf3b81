// One entry per server; README.md says what its fields mean.
import { evenhand } from './evenhand.mjs';

const here = new URL('../', import.meta.url).pathname;
const node = `NODE_ENV=production exec ${process.execPath}`;

const body = JSON.stringify({
  type: 'cookie_banner',
  subjectId: 'sub_{id}',
  domain: 'example.com',
  preferences: { necessary: true, functionality: true, experience: false, measurement: true, marketing: false },
  givenAt: '{now}',
}).replace('"{now}"', '{now}');

const insert = { cwd: here, url: 'http://127.0.0.1:{port}/', body, count: 'select count(*) from node_consent' };
const c15t = {
  engine: 'postgres',
  start: `${node} servers/c15t.mjs`,
  cwd: here,
  url: 'http://127.0.0.1:{port}/subjects',
  body,
  count: 'select count(*) from consent',
};

export const servers = [
  { ...insert, name: 'node-insert', engine: 'postgres', start: `${node} servers/node-insert.mjs` },
  {
    ...insert,
    name: 'node-insert-sqlite',
    engine: 'sqlite',
    file: '{folder}/consent.db',
    start: `${node} servers/node-insert-sqlite.mjs`,
    env: { DATABASE_FILE: '{folder}/consent.db' },
  },
  { ...c15t, name: 'c15t' },
  { ...c15t, name: 'c15t-indexed', env: { INDEX: 'consent("subjectId")' } },
  { ...evenhand, name: 'evenhand-postgres', engine: 'postgres' },
  { ...evenhand, name: 'evenhand-sqlite', engine: 'sqlite' },
];
