import { createHash } from 'node:crypto';
import { strictJson } from './strict-json.mjs';

/** A refusal, as RFC 9457 writes one. `more` is what else its body says. */
export class Refused extends Error {
  constructor(status, code, detail, more = {}, headers = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
    this.body = { type: `/problems/${code}`, code, title: code, status, detail, ...more };
  }
}
export const malformed = (detail) => new Refused(400, 'malformed', detail);
export const notFound = () => new Refused(404, 'not_found', 'Nothing is here for you.');
export const signedOut = () => new Refused(401, 'signed_out', 'There is no session, or it has ended. Open one.');

export const secretOf = (request) => /(?:^|; )session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';

/** No script can read it. Behind HTTPS call it "__Host-session" and add "; Secure". */
export const cookie = (secret, expiresAt) =>
  `session=${secret}; Path=/; HttpOnly; SameSite=Lax; Expires=${new Date(expiresAt).toUTCString()}`;

const MOST = 32_768;

/** The body of a request that our own page made: no other site can send this header, or JSON, from a browser. */
export const bodyOf = async (request, origin) => {
  const {
    'sec-fetch-site': site,
    'content-type': type = '',
    'content-encoding': encoded,
    ...headers
  } = request.headers;
  const known = headers.origin === undefined ? site !== undefined : headers.origin === origin;
  if (headers['evenhand-client'] !== 'web' || !known || (site ?? 'same-origin') !== 'same-origin')
    throw new Refused(403, 'forbidden', 'Only our own page may change anything.');
  if (request.method === 'DELETE') return {};
  if (encoded !== undefined || !/^application\/json(?:; ?charset="?utf-8"?)?$/i.test(type))
    throw malformed('Send JSON in UTF-8, as application/json.');
  const parts = [];
  let length = 0;
  for await (const part of request) if ((length += part.length) <= MOST) parts.push(part);
  if (length > MOST) throw new Refused(413, 'too_large', 'Send at most 32 KB.');
  try {
    return strictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts)));
  } catch (error) {
    throw malformed(`The body cannot be read. ${error.message}`);
  }
};

/** Finds who answers an address: routes are "/path/:part", each with its methods. Says what else the address allows. */
export const handlerOf = (routes, path, method) => {
  if (/%(?![0-9a-f]{2})/i.test(path)) throw notFound();
  for (const [pattern, methods] of Object.entries(routes)) {
    const parts = new RegExp(`^${pattern.replace(/:\w+/, '([^/]+)')}$`).exec(path);
    if (!parts) continue;
    const handle = methods[method === 'HEAD' ? 'GET' : method];
    if (handle) return (request, query) => handle(request, query, parts[1]);
    const allow = ['DELETE', 'GET', 'HEAD', 'POST'].filter(
      (name) => name in methods || (name === 'HEAD' && methods.GET),
    );
    throw new Refused(405, 'malformed', 'This address has no such method.', {}, { Allow: allow.join(', ') });
  }
  throw notFound();
};

/** Sends an answer. What a cache may keep has a tag, and is not sent again to who has it. */
export const send = (request, response, status, body, headers) => {
  const text = JSON.stringify(body);
  const all = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Vary: 'Sec-GPC', ...headers };
  if (all['Cache-Control'] !== 'no-store') {
    all.ETag = `"${createHash('sha256').update(text).digest('hex').slice(0, 22)}"`;
    const tags = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (tags.includes('*') || tags.includes(all.ETag)) return response.writeHead(304, all).end();
  }
  return response.writeHead(status, all).end(request.method === 'HEAD' ? undefined : text);
};
