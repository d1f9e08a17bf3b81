import { createHash, randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOn, type Listening } from './listen-on.ts';

/*
 * The brand's own proxy before c15t, as docs/backend.md describes it: it knows who is signed in, adds that customer's
 * subject to every call, and lets a browser neither name a subject nor see one. c15t asks nobody who they are.
 */

export interface Proxy extends Listening {
  /** Signs a customer in, as the brand's own page would, and gives the cookie. */
  signIn(customer: string): string;
  /** The customer's subject in c15t: nobody but the brand knows it. */
  subjectOf(customer: string): string;
}

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const newSubject = (): string => `sub_${Array.from({ length: 24 }, () => base58[randomInt(58)]).join('')}`;
const tagOf = (subject: string): string =>
  createHash('sha256').update(`customer ${subject}`).digest('hex').slice(0, 32);

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request.setEncoding('utf8')) if ((text += part).length > 32_768) return '';
  return text;
};

/** Is it our own page that wants to change something? */
const isOurs = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' || (headers['evenhand-client'] === 'web' && headers.origin === `http://${headers.host}`);

export const startProxy = async (c15t: string, domain: string): Promise<Proxy> => {
  const subjects = new Map<string, string>();
  const sessions = new Map<string, string>();

  const answer = async (request: IncomingMessage): Promise<{ status: number; body: string; subject?: string }> => {
    const secret = /(?:^|; )session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const subject = sessions.get(secret);
    if (subject === undefined) return { status: 401, body: '{"code":"SIGNED_OUT"}' };
    if (!isOurs(request)) return { status: 403, body: '{"code":"FORBIDDEN"}' };
    const call = `${request.method} ${(request.url ?? '').split('?')[0]}`;
    if (call === 'DELETE /api/c15t/session') sessions.delete(secret);
    if (call === 'DELETE /api/c15t/session') return { status: 200, body: '{}' };
    const path = {
      'GET /api/c15t/init': '/init',
      'GET /api/c15t/subjects/me': `/subjects/${subject}?type=cookie_banner`,
      'POST /api/c15t/subjects': '/subjects',
    }[call];
    if (path === undefined) return { status: 404, body: '{"code":"NOT_FOUND"}' };
    const headers = {
      'Content-Type': 'application/json',
      'Accept-Language': request.headers['accept-language'] ?? 'en',
    };
    // Whatever subject or domain a browser may have named is written over.
    const given = request.method === 'POST' ? (JSON.parse(await textOf(request)) as object) : null;
    const write = given && { method: 'POST', body: JSON.stringify({ ...given, subjectId: subject, domain }) };
    const told = await fetch(c15t + path, { ...write, headers });
    return { status: told.status, body: (await told.text()).replaceAll(subject, 'me'), subject };
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const { status, body, subject } = await answer(request);
      const whose = subject === undefined ? {} : { 'Evenhand-Customer': tagOf(subject) };
      const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...whose };
      response.writeHead(status, headers).end(body);
    } catch {
      response.writeHead(502).end();
    }
  };
  const server = createServer((request, response) => void respond(request, response));
  return {
    ...(await listenOn(server)),
    subjectOf: (customer) => subjects.get(customer) ?? '',
    signIn(customer) {
      const subject = subjects.get(customer) ?? newSubject();
      subjects.set(customer, subject);
      const secret = randomBytes(32).toString('base64url');
      sessions.set(secret, subject);
      return `session=${secret}`;
    },
  };
};
