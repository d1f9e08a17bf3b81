// Backend benchmark of the servers in backend/servers.config.mjs, each beside the others in every round. README.md says more.
//   node backend.mjs [--seconds 15] [--rounds 3] [--connections 1,32] [--only a,b] [--reads] [--half] [--filled 1000000]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '../postgres.ts';
import { half } from './backend/half.mjs';
import { ceiling, ceilingName } from './backend/pgbench.mjs';
import { start } from './backend/start.mjs';
import { median, printTables, printTargets } from './backend/tables.mjs';
import { wrk } from './backend/wrk.mjs';

const { values: args } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '1,32' },
    only: { type: 'string' },
    reads: { type: 'boolean', default: false },
    half: { type: 'boolean', default: false },
    filled: { type: 'string', default: '0' },
    config: { type: 'string', default: new URL('backend/servers.config.mjs', import.meta.url).pathname },
    out: { type: 'string', default: new URL('backend-results.json', import.meta.url).pathname },
  },
});
if (spawnSync('wrk', ['-v']).error) {
  console.error('No wrk found: install it (Debian: apt install wrk), it makes the load of this bench.');
  process.exit(1);
}
const seconds = Number(args.seconds);
const connections = args.connections.split(',').map(Number);
const filled = Number(args.filled);
const { servers } = await import(pathToFileURL(resolve(args.config)).href);
const wanted = args.only?.split(',');
const chosen = servers.filter(({ name }) => !wanted || wanted.includes(name));
const unknown = wanted?.filter((name) => !servers.some((server) => server.name === name)) ?? [];
if (chosen.length === 0 || unknown.length > 0) {
  console.error(`--only knows ${servers.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
const rows = [];
const note = (row) => {
  rows.push(row);
  console.error(JSON.stringify(row));
};
const started = [];
let postgres;

/** Every server once a round, one after the other, so that what else the machine does meets them all alike. */
async function rounds(measure, list) {
  for (let round = 0; round < Number(args.rounds); round += 1) {
    for (const server of list) note({ round, ...(await measure(server)) });
  }
}

try {
  const onPostgres = chosen.some(({ engine }) => engine === 'postgres');
  postgres = onPostgres ? await startPostgres() : null;
  for (const server of chosen) started.push(await start(server, { folder, postgres }));
  const raw = postgres ? await ceiling(postgres, folder) : null;

  for (const count of connections) {
    await rounds(
      async (server) =>
        server === raw
          ? { what: 'decisions', server: ceilingName, connections: count, ...(await raw.run(count, seconds)) }
          : { what: 'decisions', server: server.name, connections: count, ...(await wrk(server, count, seconds)) },
      raw ? [raw, ...started] : started,
    );
  }
  const most = Math.max(...connections);
  const own = started.filter(({ read }) => read);
  const rateOf = ({ name }) =>
    median(
      rows
        .filter(({ what, server, connections: count }) => what === 'decisions' && server === name && count === most)
        .map(({ rate }) => rate),
    );
  if (args.reads) {
    await rounds(
      async (server) => ({
        what: 'reads',
        server: server.name,
        connections: most,
        ...(await wrk(server, most, seconds, 'reads')),
      }),
      own,
    );
  }
  if (args.half) {
    await rounds(
      async (server) => ({
        what: 'half load',
        server: server.name,
        connections: most,
        ...(await half(server, { rate: rateOf(server) / 2, connections: most, seconds })),
      }),
      own,
    );
  }
  if (filled > 0) {
    const pairs = [];
    for (const server of chosen.filter(({ grow }) => grow)) {
      const full = await start(
        { ...server, name: `${server.name} at ${filled}` },
        { folder, postgres, entries: filled },
      );
      started.push(full);
      pairs.push(
        started.find(({ name }) => name === server.name),
        full,
      );
    }
    await rounds(
      async (server) => ({
        what: 'filled',
        server: server.name,
        connections: most,
        ...(await wrk(server, most, seconds)),
      }),
      pairs,
    );
  }
} finally {
  await Promise.all(started.map((server) => server.stop()));
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

printTables(rows);
printTargets(rows, { most: Math.max(...connections), filled });
writeFileSync(args.out, JSON.stringify({ at: new Date().toISOString(), seconds, rows }, null, 1));
