// What the database itself takes: one prepared INSERT of one row, by pgbench. Left out where there is none.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { newDatabase } from '../../postgres.ts';
import { findPostgres } from '../../postgres-binaries.ts';

export const ceilingName = 'pgbench INSERT';

export async function ceiling(postgres, folder) {
  const pgbench = [join(findPostgres(), 'pgbench'), 'pgbench'].find((path) => !spawnSync(path, ['--version']).error);
  if (!pgbench) return null;
  const url = await newDatabase(postgres);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create table consent (id bigserial primary key, subject text not null, domain text not null, preferences jsonb not null, given_at timestamptz not null)',
  );
  await client.end();
  const home = join(folder, 'pgbench');
  mkdirSync(home);
  const file = join(home, 'insert.sql');
  // A colon with no space after it would be a pgbench variable.
  writeFileSync(
    file,
    `\\set n random(1, 1000000000)
insert into consent (subject, domain, preferences, given_at) values ('sub_' || :n, 'example.com', '{"necessary": true, "functionality": true, "experience": false, "measurement": true, "marketing": false}', now());
`,
  );
  const logs = () => readdirSync(home).filter((name) => name.startsWith('log.'));

  return {
    async run(connections, seconds) {
      for (const name of logs()) rmSync(join(home, name));
      const options = ['-n', '-M', 'prepared', '-c', connections, '-j', Math.min(2, connections), '-T', seconds];
      const child = spawn(
        pgbench,
        [...options, '-f', file, '-l', `--log-prefix=${join(home, 'log')}`, url].map(String),
        {
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      const ended = once(child, 'exit');
      let said = '';
      for await (const part of child.stdout) said += part;
      await ended;
      const times = logs()
        .flatMap((name) => readFileSync(join(home, name), 'utf8').trim().split('\n'))
        .map((line) => Number(line.split(' ')[2]) / 1000)
        .toSorted((a, b) => a - b);
      return {
        rate: Number(/tps = ([\d.]+)/.exec(said)?.[1] ?? 0),
        errors: 0,
        p50: times[times.length >> 1],
        p99: times[Math.floor(times.length * 0.99)],
        cpu: 0,
      };
    },
  };
}
