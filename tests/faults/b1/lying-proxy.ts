import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#tests/simulation/random.ts';

/** An answer as it came, to be passed on, kept back, cut, or told again to somebody who asked for something else. */
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What is done to one request of the API. Each leaves the browser with less than the truth, or with something else. */
const lies = [
  'slow',
  'lost on the way there',
  'lost on the way back',
  'swallowed',
  'sent twice',
  'cut',
  'failed, they say, though it was done',
  'an older answer',
  "another request's answer",
] as const;
type Lie = (typeof lies)[number];

/** A way to the server that drops, delays, duplicates, reorders and lies, from when it is spoilt until it is healed. */
export interface LyingProxy {
  readonly origin: string;
  /** How many requests of the API got each treatment. */
  readonly told: ReadonlyMap<string, number>;
  spoil(): void;
  /** From now on everything arrives, and what comes back is what was said. */
  heal(): void;
  close(): Promise<void>;
}

/** The share of requests that something is done to. Reads fare better, or nobody would ever see a switch to press. */
const badly = { reading: 0.35, writing: 0.65 };

export async function startLyingProxy(target: string, random: Random): Promise<LyingProxy> {
  const { hostname, port } = new URL(target);
  const older = new Map<string, Answer[]>();
  const told = new Map<string, number>();
  const waiting: { answer: Answer; give: (answer: Answer) => void }[] = [];
  let bad = false;

  const forward = ({ method, path, headers, body }: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const rewritten = { ...headers, host: new URL(target).host, connection: 'close' };
      if (headers.origin !== undefined) rewritten.origin = target;
      const asked = request({ hostname, port, method, path, headers: rewritten }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 502, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      asked.on('error', reject).end(body);
    });

  const ask = async (asked: Asked): Promise<Answer> => {
    const answer = await forward(asked);
    const name = `${asked.method} ${asked.path}`;
    if (answer.status === 200) older.set(name, [...(older.get(name) ?? []), answer]);
    return answer;
  };

  /** Two answers that pass each other on the way back: each browser request gets the other's. */
  const swapped = async (answer: Answer): Promise<Answer> => {
    const other = waiting.shift();
    if (other) {
      other.give(answer);
      return other.answer;
    }
    return new Promise((resolve) => {
      const mine = { answer, give: resolve };
      waiting.push(mine);
      setTimeout(() => {
        const at = waiting.indexOf(mine);
        if (at < 0) return;
        waiting.splice(at, 1);
        resolve(answer);
      }, 1_500);
    });
  };

  const mistreat = async (lie: Lie, asked: Asked, response: ServerResponse): Promise<void> => {
    switch (lie) {
      case 'slow':
        await sleep(random.between(50, 2_500));
        send(response, await ask(asked));
        return;
      case 'lost on the way there':
        response.destroy();
        return;
      case 'lost on the way back':
        await ask(asked);
        response.destroy();
        return;
      case 'swallowed':
        if (random.chance(0.5)) await ask(asked);
        return;
      case 'sent twice': {
        const again = sleep(random.between(0, 1_500)).then(() => ask(asked));
        send(response, await ask(asked));
        await again;
        return;
      }
      case 'cut': {
        const { status, headers, body } = await ask(asked);
        response.writeHead(status, own(headers)).write(body.subarray(0, body.length >> 1));
        await sleep(20);
        response.destroy();
        return;
      }
      case 'failed, they say, though it was done':
        await ask(asked);
        response.writeHead(random.pick([500, 502, 503, 504]), { 'content-type': 'text/html' }).end('<h1>Sorry</h1>');
        return;
      case 'an older answer': {
        const known = older.get(`${asked.method} ${asked.path}`) ?? [];
        const answer = await ask(asked);
        send(response, known.length > 0 ? random.pick(known) : answer);
        return;
      }
      case "another request's answer":
        send(response, await swapped(await ask(asked)));
    }
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = 'GET', url: path = '/', headers } = incoming;
    const asked = { method, path, headers, body: Buffer.concat(chunks) };
    const share = method === 'GET' ? badly.reading : badly.writing;
    if (!bad || !path.startsWith('/v1/') || !random.chance(share)) return send(response, await ask(asked));
    // A browser waits ten seconds for what never comes: that is long in the life of these people.
    const drawn = random.pick(lies);
    const lie = drawn === 'swallowed' && random.chance(0.6) ? 'slow' : drawn;
    told.set(lie, (told.get(lie) ?? 0) + 1);
    await mistreat(lie, asked, response);
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    spoil() {
      bad = true;
    },
    heal() {
      bad = false;
      older.clear();
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** What belongs to the connection that an answer came on, and not to the answer. */
const own = ({ connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, ...headers }: IncomingHttpHeaders) => headers;

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  const isBodyless = status === 304 || status === 204;
  const length = isBodyless ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...own(headers), ...length }).end(isBodyless ? undefined : body);
}
