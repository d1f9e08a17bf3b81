// A backend for Evenhand in a hundred lines, with no import but Node's own and the small files beside it.
// docs/backend.md builds it step by step. PORT, ORIGIN, BRAND, SIGN_IN_KEY and DATABASE say where things are.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { bodyOf, cookie, handlerOf, malformed, notFound, Refused, secretOf, send, signedOut } from './http.mjs';
import { openRecord } from './record.mjs';
import { tokenReader } from './sign-in.mjs';
import { isCommand } from './strict-json.mjs';

const { PORT = '4780', BRAND = 'brand.json', SIGN_IN_KEY = 'sign-in.json', DATABASE = 'decisions.db' } = process.env;
const { ORIGIN = `http://127.0.0.1:${PORT}` } = process.env;
const { face, notices } = JSON.parse(readFileSync(BRAND, 'utf8'));
const published = notices[face.languages[0]];
const notice = { version: published.notice.version, hash: published.hash };
const api = `/v1/${face.id}`;

/** The uses that are the customer's to decide, with what is true before anyone has decided. */
const outsiders = published.notice.recipients.filter((one) => one.role !== 'works_for_us').map((one) => one.id);
const uses = published.notice.categories
  .flatMap((category) => category.uses)
  .filter((use) => ['consent', 'explicit_consent', 'legitimate_interest', 'opt_out'].includes(use.basis))
  .map((use) => {
    const runsUnasked = ['legitimate_interest', 'opt_out'].includes(use.basis);
    return { ...use, initial: runsUnasked && !use.recipients.some((id) => outsiders.includes(id)) ? 'on' : 'off' };
  });

const claimsOf = tokenReader(JSON.parse(readFileSync(SIGN_IN_KEY, 'utf8')), face.id, ORIGIN + api);
const record = openRecord(DATABASE, uses, notice);
const sessions = new Map();
const tagOf = (customer) => createHash('sha256').update(`customer ${customer}`).digest('hex').slice(0, 32);

/** A browser's signal goes on record when a session first shows it, as a decision of its own. It never grants. */
const heedSignal = (request, session) => {
  const gpc = request.headersDistinct['sec-gpc']?.includes('1') ?? false;
  if (gpc && !session.signalled) record.decide(session.customer, 'gpc', gpc, record.touched(session.customer));
  session.signalled ||= gpc;
  return gpc;
};

const signedIn = (request) => {
  const session = sessions.get(secretOf(request));
  if (!session || session.expiresAt <= Date.now()) throw signedOut();
  return { gpc: heedSignal(request, session), customer: session.customer, tag: tagOf(session.customer) };
};

/** What this backend cannot do answers like what is not there, after saying who may ask. */
const cannot = (request) => {
  signedIn(request);
  throw notFound();
};
const abilities = { receipts: null, idempotency: false, versions: false, history: false, overview: false };

const routes = {
  '/capabilities': {
    GET: () => [
      { brand: face, durability: 'durable', ...abilities, browserSubject: false, noticeChanges: false },
      { 'Cache-Control': 'no-cache' },
    ],
  },
  '/notices/:version': {
    GET: (_request, query, version) => {
      const { language = face.languages[0] } = query;
      if (!/^(?:current|[1-9]\d*)$/.test(version)) throw malformed('Name a version, or "current".');
      if (!/^[a-z]{2,3}(?:-\w{2,8})*$/.test(language)) throw malformed('Name a language, such as en-GB.');
      if (version !== 'current' && Number(version) !== notice.version) throw notFound();
      const kept = version === 'current' ? 'no-cache' : 'public, max-age=31536000, immutable';
      const publishedAt = `${published.notice.effectiveFrom}T00:00:00.000Z`;
      return [{ ...(notices[language] ?? published), publishedAt }, { 'Cache-Control': kept }];
    },
  },
  '/session': {
    DELETE: async (request) => {
      await bodyOf(request, ORIGIN);
      sessions.delete(secretOf(request));
      return [{}, { 'Set-Cookie': cookie('', 0) }];
    },
    POST: async (request) => {
      const { token } = await bodyOf(request, ORIGIN);
      if (token === undefined) throw new Refused(403, 'forbidden', 'Only customers who signed in have choices here.');
      const claims = claimsOf(String(token));
      if (!claims || !record.useToken(claims.jti)) throw new Refused(403, 'forbidden', 'The token is not good.');
      sessions.delete(secretOf(request));
      const secret = randomBytes(32).toString('base64url');
      const session = { customer: claims.sub, expiresAt: Date.now() + 86_400_000, signalled: false };
      sessions.set(secret, session);
      heedSignal(request, session);
      const opened = { customer: { name: '' }, expiresAt: new Date(session.expiresAt).toISOString() };
      return [opened, { 'Set-Cookie': cookie(secret, session.expiresAt) }];
    },
  },
  '/me/choices': {
    GET: (request) => {
      const { customer, gpc, tag } = signedIn(request);
      return [{ customer: tag, ...record.stateOf(customer, gpc) }];
    },
  },
  '/me/decisions': {
    GET: cannot,
    POST: async (request) => {
      const command = await bodyOf(request, ORIGIN);
      const { customer, gpc, tag } = signedIn(request);
      if (!isCommand(command, uses)) throw malformed('Name each choice once, on or off, and nothing unknown.');
      if (command.customer !== undefined && command.customer !== tag) throw signedOut();
      const entry = record.decide(customer, 'customer', gpc, command.items);
      if (entry) return [{ entry, receipt: '' }];
      const named = new Set(command.items.map((item) => item.choice));
      const current = record.stateOf(customer, gpc).choices.filter(({ choice }) => named.has(choice));
      throw new Refused(428, 'unseen', 'Ask the customer again, with all that the use asks for.', { current });
    },
  },
  '/me/overview': { GET: cannot },
  '/me/decisions/:seq/receipt': { GET: cannot },
};

const answerTo = async (request) => {
  const { pathname, searchParams } = new URL(request.url, ORIGIN);
  if (pathname === '/evenhand.json') return [{ backend: 'http', baseUrl: '', brand: face.id }];
  if (!pathname.startsWith(`${api}/`)) throw notFound();
  const handle = handlerOf(routes, pathname.slice(api.length), request.method);
  const understood = pathname.startsWith(`${api}/notices/`) ? ['language'] : [];
  if (![...searchParams.keys()].every((name) => understood.includes(name))) throw malformed('Ask without that query.');
  return handle(request, Object.fromEntries(searchParams));
};

const answer = async (request, response) => {
  try {
    const [body, headers] = await answerTo(request);
    send(request, response, 200, body, headers);
  } catch (error) {
    if (!(error instanceof Refused)) console.error(error);
    const refused = error instanceof Refused ? error : new Refused(500, 'internal', 'Something broke on this side.');
    const headers = { ...refused.headers, 'Content-Type': 'application/problem+json' };
    send(request, response, refused.status, refused.body, headers);
  }
};

const listening = () => console.log(`${ORIGIN}${api}`);
createServer((request, response) => void answer(request, response)).listen(Number(PORT), '127.0.0.1', listening);
