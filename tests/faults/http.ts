import { Agent, request } from 'node:http';
import { brand } from '#tests/server/http-client.ts';

export interface Answer {
  readonly status: number;
  readonly replayed: boolean;
  readonly text: string;
}

/** Connections that are kept, as many as are needed at once. */
export const connections = (): Agent => new Agent({ keepAlive: true, maxSockets: 256 });

/** One request, whole or not at all: a broken connection rejects. */
const ask = (
  agent: Agent,
  origin: string,
  method: 'GET' | 'POST',
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const length = method === 'POST' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {};
    const asked = request({ agent, hostname, port, method, path, headers: { ...headers, ...length } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (!response.complete) return reject(new Error('The answer broke off.'));
        const replayed = response.headers['idempotency-replayed'] === 'true';
        resolve({ status: response.statusCode ?? 0, replayed, text });
      });
    });
    asked.on('error', reject).end(body);
  });

/** Sends a decision as the app would. */
export const decide = (agent: Agent, origin: string, cookie: string, key: string, body: string): Promise<Answer> =>
  ask(
    agent,
    origin,
    'POST',
    `/v1/${brand}/me/decisions`,
    {
      'Content-Type': 'application/json',
      'Evenhand-Client': 'web',
      'Idempotency-Key': key,
      Origin: origin,
      Cookie: cookie,
    },
    body,
  );

export const readChoices = (agent: Agent, origin: string, cookie: string): Promise<Answer> =>
  ask(agent, origin, 'GET', `/v1/${brand}/me/choices`, { Cookie: cookie });

export const listDecisions = (agent: Agent, origin: string, cookie: string): Promise<Answer> =>
  ask(agent, origin, 'GET', `/v1/${brand}/me/decisions`, { Cookie: cookie });

/** Milliseconds until the server says that it is ready; throws after `patience`. */
export async function untilReady(origin: string, patience = 30_000): Promise<number> {
  const started = performance.now();
  for (;;) {
    const answered = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answered?.arrayBuffer();
    const waited = performance.now() - started;
    if (answered?.status === 200) return waited;
    if (waited > patience) throw new Error(`The server was not ready within ${patience / 1000} s.`);
    await new Promise((next) => setTimeout(next, 10));
  }
}
