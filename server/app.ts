import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import type { ReceiptKey } from '#contract/capabilities.ts';
import type { Connect } from '#backend/port.ts';
import { callerOf, serve, type ServeOptions } from '#backend/serve.ts';
import { addressPrefix, clientAddress } from './client-address.ts';
import { compressAnswers } from './compress-answers.ts';
import type { LiveBrands } from './brands.ts';
import type { Config } from './config.ts';
import { demoLink } from './demo-link.ts';
import { demoAllowed } from './demo-sign-in.ts';
import { limitRequests, type RequestLimit } from './limits.ts';
import { describeError, type Log } from './log.ts';
import { logRequests } from './log-requests.ts';
import { openPage, sayNotFound } from './pages.ts';
import type { Pages } from './rendered-page/pages.ts';
import { securityHeaders } from './security-headers.ts';
import type { StaticFiles } from './static-files.ts';
import type { Instruments } from './telemetry/instruments.ts';
import { observeRequests } from './telemetry/observe-requests.ts';

export interface AppParts {
  readonly config: Pick<Config, 'host' | 'origin'>;
  readonly log: Log;
  readonly connect: Connect;
  readonly files: StaticFiles;
  /** What draws pages; null where that is not built. */
  readonly pages: Pages | null;
  readonly openapi: unknown;
  /** Asked at every request: keys change while the server runs. */
  readonly keys: () => readonly ReceiptKey[];
  readonly limit: RequestLimit;
  /** Of new sessions alone. */
  readonly sessionLimit: RequestLimit;
  /** The origins that customers see us under. */
  readonly origins: () => readonly string[];
  readonly brands: Pick<LiveBrands, 'ids' | 'first' | 'personas'>;
  readonly isReady: () => Promise<boolean>;
  /** Null where nobody measures. */
  readonly instruments: Instruments | null;
}

export type App = Hono<{ Bindings: HttpBindings }>;

/** Everything that is answered, and under which conditions. */
export function createApp(parts: AppParts): App {
  const { config, log, files, brands, instruments } = parts;
  const behindProxy = config.origin !== null;
  const demo = demoAllowed(config);
  const incomingOf = new WeakMap<Request, IncomingMessage>();

  const settings: ServeOptions = {
    session: { secure: behindProxy },
    origins: parts.origins,
    demoAllowed: () => demo,
    headerValues: (request, name) => incomingOf.get(request)?.headersDistinct[name] ?? [],
    evidence: (request) => {
      const incoming = incomingOf.get(request);
      return {
        ipPrefix: incoming ? addressPrefix(clientAddress(incoming, behindProxy)) : null,
        userAgent: request.headers.get('user-agent')?.slice(0, 300) ?? null,
      };
    },
    ...(instruments && {
      refused: (code, call) => instruments.refusals.add(1, { 'evenhand.code': code, 'evenhand.call': call ?? 'none' }),
    }),
    report: (error, { id, call }) => log.error({ id, call, ...describeError(error) }, 'a call failed'),
  };
  const api = serve(parts.connect, settings);

  const app: App = new Hono();
  if (instruments) app.use(observeRequests(instruments));
  app.use(logRequests(log));
  app.use(securityHeaders(behindProxy));
  app.use(refuseOtherNames(parts, behindProxy));
  app.get('/health/live', (c) => c.json({ status: 'live' }, 200, { 'Cache-Control': 'no-store' }));
  app.get('/health/ready', async (c) => {
    const ready = await parts.isReady();
    return c.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  const onRefusal = (): void => instruments?.limited.add(1);
  app.use(limitRequests(parts.limit, behindProxy, { onRefusal }));
  app.post('/v1/:brand/session', limitRequests(parts.sessionLimit, behindProxy, { onRefusal }));
  app.use(compressAnswers());
  app.use(async (c, next) => {
    incomingOf.set(c.req.raw, c.env.incoming);
    await next();
  });
  app.all('/v1/*', (c) => api(c.req.raw));
  app.get('/openapi.json', (c) => c.json(parts.openapi as object, 200, { 'Cache-Control': 'no-cache' }));
  app.get('/.well-known/jwks.json', (c) =>
    c.json({ keys: parts.keys() }, 200, { 'Cache-Control': 'public, max-age=60' }),
  );
  app.get('/evenhand.json', (c) =>
    c.json({ backend: 'http', baseUrl: '', brand: brands.first().face.id }, 200, { 'Cache-Control': 'no-cache' }),
  );
  if (demo)
    app.route(
      '/demo',
      demoLink(() => brands.personas(brands.first().face.id)),
    );
  app.get(
    '*',
    (c) =>
      files.answer(c.req.path, c.req.raw) ??
      openPage(c, {
        files,
        brands: brands.ids(),
        pages: parts.pages,
        connect: (brand) => parts.connect(callerOf(c.req.raw, settings, brand).caller),
      }),
  );
  app.notFound(sayNotFound);
  app.onError((error, c) => {
    log.error({ ...describeError(error) }, 'a request failed');
    return c.text('Something broke on this side. Try again later.', 500);
  });
  return app;
}

/**
 * On this machine only its own names are answered, so that a foreign site whose name is made to point here cannot read
 * along (DNS rebinding). Behind a proxy it is the proxy that knows the names.
 */
const refuseOtherNames =
  ({ origins }: AppParts, behindProxy: boolean): MiddlewareHandler =>
  async (c, next) => {
    const asked = `http://${c.req.header('host') ?? ''}`;
    if (behindProxy || origins().includes(asked)) return next();
    return c.text(`This server answers to ${origins()[0]} only. Open that address.`, 421);
  };
