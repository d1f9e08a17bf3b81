// The least a Node server can do to record a consent in SQLite: parse, one prepared INSERT, reply. WAL, and every commit
// written through, as Evenhand's own store. The row is as long as all that Evenhand stores of one decision.
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(process.env.DATABASE_FILE);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
database.exec(
  'create table if not exists node_consent (id integer primary key, subject text not null, domain text not null, preferences text not null, given_at integer not null, rest text not null)',
);
const insert = database.prepare(
  'insert into node_consent (subject, domain, preferences, given_at, rest) values (?, ?, ?, ?, ?) returning id',
);
/** Bytes of entry, evidence, outbox and the subject's state after one decision, less what is in the other columns. */
const rest = 'x'.repeat(7000);

async function answer(request, response) {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { subjectId, domain, preferences, givenAt } = JSON.parse(body);
  const { id } = insert.get(subjectId, domain, JSON.stringify(preferences), givenAt, rest);
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
}

createServer((request, response) => void answer(request, response)).listen(+process.env.PORT, '127.0.0.1');
