// Evenhand's entry: real decisions of customers with sessions, counted as rows of the log.
const client = { 'content-type': 'application/json', 'evenhand-client': 'web' };
/** Above 30 decisions a minute a customer is slowed down: so many take 6,000 a second without. */
const sessions = 12_000;

/** Opens sessions as browsers do, each with a subject of its own. */
async function openSessions({ url }) {
  const { origin, pathname } = new URL(url);
  const address = `${origin}${pathname.replace('/me/decisions', '/session')}`;
  const cookies = [];
  while (cookies.length < sessions) {
    const opened = Array.from({ length: 20 }, () =>
      fetch(address, { method: 'POST', headers: { ...client, origin }, body: '{}' }),
    );
    for (const answer of await Promise.all(opened)) {
      if (!answer.ok) throw new Error(`No session: ${answer.status} ${await answer.text()}`);
      await answer.body?.cancel();
      cookies.push(answer.headers.getSetCookie()[0].split(';')[0]);
    }
  }
  return cookies;
}

/** What is stored of one decision, table by table, beside whose it is. */
const tables = {
  subject: ['version', 'state', 'created_at'],
  entry: ['seq', 'body', 'hash', 'receipt', 'idem_key', 'command'],
  evidence: ['seq', 'salt', 'text'],
  outbox: ['seq', 'topic', 'created_at'],
};
const atOnce = 50_000;

const uuid = {
  postgres: `gen_random_uuid()::text`,
  sqlite: `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))`,
};
const numbers = {
  postgres: (count) => `generate_series(1, ${count})`,
  sqlite: (count) =>
    `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count}) select n from numbers)`,
};

/**
 * Copies a decision that was really made, with all that was stored of it, to as many new subjects: tables, indexes and
 * sizes become what they would be, without a million signatures.
 */
async function growLog({ ask, engine }, entries) {
  const copies = Object.entries(tables).map(([table, columns]) => {
    const chosen = columns.map((column) => `one.${column}`).join(', ');
    const which = table === 'subject' ? '' : ' and one.seq = 1';
    return `insert into ${table} (subject_id, brand_id, ${columns.join(', ')}) select fresh.id, one.brand_id, ${chosen} from ${table} one cross join fresh where one.subject_id = (select subject_id from entry where seq = 1 limit 1)${which}`;
  });
  for (let made = 0; made < entries; made += atOnce) {
    const fresh = `create table fresh as select ${uuid[engine]} as id from ${numbers[engine](Math.min(atOnce, entries - made))}`;
    await ask(['begin', fresh, ...copies, 'drop table fresh', 'commit', 'select 1'].join(';\n'));
  }
  if (engine === 'postgres') await ask('vacuum analyze');
}

export const evenhand = {
  start: `NODE_ENV=production exec ${process.execPath} server/main.ts`,
  cwd: new URL('../../../', import.meta.url).pathname,
  file: '{folder}/evenhand.db',
  env: { EVENHAND_DATA_DIR: '{folder}', LOG_LEVEL: 'error' },
  url: 'http://127.0.0.1:{port}/v1/halden-row/me/decisions',
  read: 'http://127.0.0.1:{port}/v1/halden-row/me/choices',
  headers: { origin: 'http://127.0.0.1:{port}', 'evenhand-client': 'web', 'idempotency-key': 'bench-request-{id}' },
  body: JSON.stringify({ items: [{ choice: 'purchases.recommendations', value: 'off' }] }),
  count: 'select count(*) from entry',
  setUp: openSessions,
  grow: growLog,
};
