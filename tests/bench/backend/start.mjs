// Starts a server of the bench on a port and a database of its own, and waits until it answers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { newDatabase } from '../../postgres.ts';

/** `{name}`s in texts, and in the texts of an object, become what `words` says. */
export const fill = (given, words) =>
  typeof given === 'string'
    ? given.replaceAll(/\{(\w+)\}/g, (all, name) => words[name] ?? all)
    : Object.fromEntries(Object.entries(given ?? {}).map(([key, value]) => [key, fill(value, words)]));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks the server's own database: `(sql) => rows`. */
function database(engine, { url, file }) {
  if (engine === 'sqlite') {
    return async (sql) => {
      const open = new DatabaseSync(file, { timeout: 60_000 });
      try {
        // The last statement of several is the one that answers.
        const statements = sql.split(/;\s*\n/).filter((one) => one.trim() !== '');
        statements.slice(0, -1).forEach((one) => open.exec(one));
        return open.prepare(statements.at(-1)).all();
      } finally {
        open.close();
      }
    };
  }
  return async (sql) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const result = await client.query(sql);
      return [result].flat().at(-1).rows;
    } finally {
      await client.end();
    }
  };
}

/** Milliseconds of processor time that a process has used; 0 where the system does not say. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

export async function start(server, { folder, postgres, entries = 0 }) {
  const home = join(folder, server.name.replaceAll(/\W+/g, '-'));
  mkdirSync(home);
  const words = { folder: home, port: String(await freePort()) };
  const url = server.engine === 'postgres' ? await newDatabase(postgres) : undefined;
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn('sh', ['-c', server.start], {
    cwd: server.cwd,
    env: { ...environment, ...(url && { DATABASE_URL: url }), PORT: words.port, ...fill(server.env, words) },
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const running = {
    name: server.name,
    engine: server.engine,
    folder: home,
    url: fill(server.url, words),
    read: server.read && fill(server.read, words),
    headers: { 'content-type': 'application/json', origin: 'http://localhost', ...fill(server.headers, words) },
    body: server.body,
    cookies: [],
    ask: database(server.engine, { url, file: fill(server.file ?? '', words) }),
    processorTime: () => processorTime(child.pid),
    async count() {
      const [row] = await running.ask(server.count);
      return Number(Object.values(row)[0]);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      process.kill(-Number(child.pid), 'SIGKILL');
      await ended;
    },
  };
  try {
    await ready(running, child);
    if (server.setUp) running.cookies = await server.setUp(running);
    const first = await fetch(running.url, { method: 'POST', ...requestOf(running, 'first11') });
    if (!first.ok) throw new Error(`${server.name}: ${first.status} ${await first.text()}`);
    if (entries > 0) await server.grow(running, entries);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** One request as the load makes them. */
const requestOf = ({ headers, body, cookies }, id) => {
  const words = { id, now: String(Date.now()) };
  return { headers: { ...fill(headers, words), ...(cookies[0] && { cookie: cookies[0] }) }, body: fill(body, words) };
};

async function ready({ name, url }, child) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${name} ended before it listened.`);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const listens = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      sleep(1000).then(() => false),
    ]);
    socket.destroy();
    if (listens) return;
    await sleep(200);
  }
  throw new Error(`${name} does not listen.`);
}
