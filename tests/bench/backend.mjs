// Backend benchmark of the servers in peers.config.mjs against raw INSERTs by pgbench.
//   node backend.mjs [--seconds 15] [--rounds 3] [--connections 1,32] [--only a,b] [--config file] [--out file]
// Needs PostgreSQL 15 (initdb, pg_ctl, psql, pgbench), wrk, and root (to run postgres as its own user).
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: args } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '1,32' },
    only: { type: 'string' },
    config: { type: 'string', default: new URL('peers.config.mjs', import.meta.url).pathname },
    out: { type: 'string', default: new URL('backend-results.json', import.meta.url).pathname },
  },
});
const { servers } = await import(pathToFileURL(resolve(args.config)));
const wanted = args.only?.split(',');
const chosen = servers.filter((s) => !wanted || wanted.includes(s.name));

const scratch = mkdtempSync(join(tmpdir(), 'consent-bench-'));
chmodSync(scratch, 0o777);
const pgPort = 54330;
const data = join(scratch, 'pg');
const asPostgres = (command) =>
  execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', command], { cwd: '/', encoding: 'utf8' });
const database = (name) => `postgres://postgres@127.0.0.1:${pgPort}/${name}`;
const sql = (name, query) => execFileSync('psql', ['-qAtX', database(name), '-c', query], { encoding: 'utf8' }).trim();
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

const headersOf = (server) => ({ 'content-type': 'application/json', origin: 'http://localhost', ...server.headers });

// {id} and {now} in a server's headers and body become a fresh id (no zeros: c15t wants base 58) and the time in milliseconds.
const script = (server) => {
  const file = join(scratch, `${server.name}.lua`);
  writeFileSync(
    file,
    `local body = [==[${server.body}]==]
local headers = { ${Object.entries(headersOf(server))
      .map(([name, value]) => `["${name}"] = [==[${value}]==]`)
      .join(', ')} }
local cookies = {}
${server.cookies ? `for line in io.lines('${server.cookies}') do cookies[#cookies + 1] = line end` : ''}
local threads = 0
function setup(thread) thread:set('thread', threads) threads = threads + 1 end
local sent = 0
local prefix
function init() prefix = tostring(os.time()) .. thread end
function request()
  sent = sent + 1
  local id = (prefix .. string.format('%07d', sent)):gsub('0', 'a')
  local text = body:gsub('{id}', id):gsub('{now}', tostring(os.time()) .. '000')
  local filled = {}
  for name, value in pairs(headers) do filled[name] = (value:gsub('{id}', id)) end
  if #cookies > 0 then filled.cookie = cookies[(sent * 2 + thread) % #cookies + 1] end
  return wrk.format('POST', nil, filled, text)
end
function done(summary, latency)
  io.write(string.format('\\nRESULT {"requests":%d,"us":%d,"errors":%d,"p50":%d,"p99":%d}\\n', summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
`,
  );
  return file;
};

function load(server, connections) {
  const threads = Math.min(2, connections);
  const count = () =>
    typeof server.count === 'function' ? server.count() : +sql(server.name.replaceAll('-', '_'), server.count);
  const before = count();
  const out = execFileSync(
    'wrk',
    [`-t${threads}`, `-c${connections}`, `-d${args.seconds}s`, '-s', script(server), server.url],
    { encoding: 'utf8' },
  );
  const result = JSON.parse(out.match(/RESULT (.*)/)[1]);
  const stored = count() - before;
  return { rate: stored / (result.us / 1e6), stored, ...result, p50: result.p50 / 1000, p99: result.p99 / 1000 };
}

function ceiling(connections) {
  const file = join(scratch, 'insert.sql');
  // A colon with no space after it would be a pgbench variable.
  writeFileSync(
    file,
    `\\set n random(1, 1000000000)
insert into consent (subject, domain, preferences, given_at) values ('sub_' || :n, 'example.com', '{"necessary": true, "functionality": true, "experience": false, "measurement": true, "marketing": false}', now());
`,
  );
  for (const f of readdirSync(scratch)) if (f.startsWith('log.')) rmSync(join(scratch, f));
  const out = execFileSync(
    'pgbench',
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      connections,
      '-j',
      Math.min(2, connections),
      '-T',
      args.seconds,
      '-f',
      file,
      '-l',
      `--log-prefix=${join(scratch, 'log')}`,
      database('ceiling'),
    ].map(String),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const times = readdirSync(scratch)
    .filter((f) => f.startsWith('log.'))
    .flatMap((f) =>
      readFileSync(join(scratch, f), 'utf8')
        .trim()
        .split('\n')
        .map((line) => +line.split(' ')[2] / 1000),
    )
    .toSorted((a, b) => a - b);
  return {
    rate: +out.match(/tps = ([\d.]+)/)[1],
    errors: 0,
    p50: times[times.length >> 1],
    p99: times[Math.floor(times.length * 0.99)],
  };
}

const children = [];
async function start(server) {
  const name = server.name.replaceAll('-', '_');
  sql('postgres', `create database ${name}`);
  const env = { ...process.env, DATABASE_URL: database(name), PORT: new URL(server.url).port, ...server.env };
  const child = spawn('sh', ['-c', server.start], {
    cwd: server.cwd,
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  const body = server.body.replaceAll('{id}', 'first').replaceAll('{now}', Date.now());
  for (let tries = 0; tries < 150; tries++) {
    await sleep(200);
    const cookie =
      server.cookies && existsSync(server.cookies) ? readFileSync(server.cookies, 'utf8').split('\n')[0] : '';
    const given = Object.entries(headersOf(server)).map(([key, value]) => [
      key,
      value.replaceAll('{id}', `first-${tries}`),
    ]);
    const headers = { ...Object.fromEntries(given), ...(cookie && { cookie }) };
    const reply = await fetch(server.url, { method: 'POST', body, headers }).catch(() => null);
    if (reply?.ok) return;
    if (reply && tries > 100) throw new Error(`${server.name}: ${reply.status} ${await reply.text()}`);
  }
  throw new Error(`${server.name} did not answer`);
}

const rows = [];
try {
  asPostgres(`initdb -D ${data} -A trust -U postgres --no-locale -E UTF8`);
  asPostgres(
    `pg_ctl -D ${data} -w -o "-p ${pgPort} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" -l ${data}.log start`,
  );
  console.error(
    sql(
      'postgres',
      "select name || '=' || setting from pg_settings where name in ('fsync','synchronous_commit','shared_buffers','server_version','wal_sync_method')",
    ),
  );
  sql('postgres', 'create database ceiling');
  sql(
    'ceiling',
    'create table consent (id bigserial primary key, subject text not null, domain text not null, preferences jsonb not null, given_at timestamptz not null)',
  );
  for (const server of chosen) await start(server);
  for (let round = 0; round < +args.rounds; round++) {
    for (const connections of args.connections.split(',').map(Number)) {
      for (const server of [null, ...chosen]) {
        const result = server ? load(server, connections) : ceiling(connections);
        rows.push({ round, connections, server: server?.name ?? 'pgbench INSERT', ...result });
        console.error(JSON.stringify(rows.at(-1)));
      }
    }
  }
} finally {
  for (const child of children) if (child.exitCode === null) process.kill(-Number(child.pid));
  await sleep(500);
  try {
    asPostgres(`pg_ctl -D ${data} -m immediate stop`);
  } catch {}
  rmSync(scratch, { recursive: true, force: true });
}

console.log(
  '| server | connections | writes/s | ratio to INSERT | p50 ms | p99 ms | errors |\n|---|--:|--:|--:|--:|--:|--:|',
);
for (const connections of args.connections.split(',').map(Number)) {
  const of = (server, key) =>
    median(rows.filter((r) => r.connections === connections && r.server === server).map((r) => r[key]));
  for (const server of ['pgbench INSERT', ...chosen.map((s) => s.name)]) {
    const rate = of(server, 'rate');
    console.log(
      `| ${server} | ${connections} | ${rate.toFixed(0)} | ${(rate / of('pgbench INSERT', 'rate')).toFixed(3)} | ${of(server, 'p50').toFixed(2)} | ${of(server, 'p99').toFixed(2)} | ${of(server, 'errors')} |`,
    );
  }
}
writeFileSync(args.out, JSON.stringify({ at: new Date().toISOString(), seconds: +args.seconds, rows }, null, 1));
