// A load of a given rate, whatever the server makes of it: requests go out by the clock and never wait for one another,
// so a slow answer delays no other request and is not hidden by it. wrk has no such load. Runs as a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { fill } from './start.mjs';

/** Half of what a server takes, sent for so many seconds. */
export async function half({ url, headers, body, cookies }, { rate, connections, seconds }) {
  const child = fork(fileURLToPath(import.meta.url), ['paced']);
  child.send({ url, headers, body, cookies, rate, connections, seconds });
  const [result] = await once(child, 'message');
  child.disconnect();
  return result;
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

async function paced({ url, headers, body, cookies, rate, connections, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let errors = 0;
  let sent = 0;
  const underWay = new Set();
  const prefix = Date.now();

  const send = () => {
    sent += 1;
    const words = { id: `${prefix}${String(sent).padStart(8, '0')}`.replaceAll('0', 'a'), now: String(Date.now()) };
    const cookie = cookies[sent % cookies.length];
    const due = performance.now();
    const { promise, resolve } = Promise.withResolvers();
    underWay.add(promise);
    const done = (failed) => {
      underWay.delete(promise);
      resolve();
      if (failed) errors += 1;
      else times.push(performance.now() - due);
    };
    const asked = request(url, {
      agent,
      method: 'POST',
      headers: { ...fill(headers, words), ...(cookie && { cookie }) },
    });
    asked.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode >= 400));
    });
    asked.on('error', () => done(true));
    asked.end(fill(body, words));
  };

  // One request a tick at most, but for those that a late timer owes: bursts would be a load of another kind.
  const began = performance.now();
  const end = began + seconds * 1000;
  await new Promise((resolve) => {
    const tick = () => {
      const now = performance.now();
      while (sent < ((Math.min(now, end) - began) / 1000) * rate) send();
      if (now < end) setTimeout(tick, 1);
      else resolve();
    };
    tick();
  });
  // What is still under way is waited for, and given up after 10 s.
  const patience = AbortSignal.timeout(10_000);
  await Promise.race([Promise.all(underWay), once(patience, 'abort')]);
  const unanswered = sent - times.length - errors;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    rate: times.length / seconds,
    requests: sent,
    errors: errors + unanswered,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
  };
}

if (process.argv[2] === 'paced' && process.send) {
  process.once('message', (task) => void paced(task).then((result) => process.send(result)));
}
