import { openapi } from '#contract/openapi.ts';
import type { Instant } from '#contract/primitives.ts';
import type { Recorder } from '#backend/record.ts';
import { subjectService } from '#backend/subject-service.ts';
import { turns } from '#backend/turns.ts';
import { createApp, type App } from './app.ts';
import type { LiveBrands } from './brands.ts';
import type { Config } from './config.ts';
import { withDemoSignIn } from './demo-sign-in.ts';
import { defaultRequestLimit, defaultSessionLimit } from './limits.ts';
import type { Log } from './log.ts';
import { sha256 } from './node-crypto.ts';
import { originOf, originsOf } from './origins.ts';
import { defaultPaces, paced, pacedDeeds, type Paces } from './pace.ts';
import { reportFailures } from './report-failures.ts';
import type { Pages } from './rendered-page/pages.ts';
import { signerOf } from './signer.ts';
import type { StaticFiles } from './static-files.ts';
import type { Store } from './store/open-store.ts';
import type { Instruments } from './telemetry/instruments.ts';
import { observeAppends } from './telemetry/observe-appends.ts';
import { observeDecisions } from './telemetry/observe-decisions.ts';

export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly brands: LiveBrands;
  readonly files: StaticFiles;
  /** What draws pages. Default: none, and browsers draw them all. */
  readonly pages?: Pages | null;
  readonly now: () => Instant;
  /** Asked at every request: it is known once the server listens. */
  readonly port: () => number;
  readonly isStopping: () => boolean;
  /** Default: nobody measures. */
  readonly instruments?: Instruments | null;
  /** Default: `defaultPaces`. */
  readonly paces?: Paces;
  /** Milliseconds, of every session. Default: the service's own. */
  readonly sessionLasts?: number;
}

/** The parts put together: what answers requests, and what records outside of them. */
export function compose(parts: Parts): { app: App; recorder: Recorder } {
  const { config, log, store, brands, files, now, port, instruments = null, paces = defaultPaces } = parts;
  const signer = signerOf(store.keys, () => originOf(config, port()));
  const subjects = reportFailures(store.subjects, log);
  const engine = config.databaseUrl === null ? 'sqlite' : 'postgresql';
  const ports = {
    brands,
    subjects: instruments ? observeAppends(subjects, instruments, engine) : subjects,
    sessions: reportFailures(store.sessions, log),
    tokens: reportFailures(store.tokens, log),
    holdings: reportFailures(store.holdings, log),
    expectations: reportFailures(store.expectations, log),
    signer,
    sha256,
    now,
  };
  const connect = subjectService({
    ...ports,
    brands: withDemoSignIn(brands, config),
    durability: 'durable',
    admit: paced(ports, paces.decisions),
    admitDeed: pacedDeeds(paces.deeds),
    refusedToken: (id, reason) => log.warn({ brand: id, reason }, 'a sign-in token was refused'),
    ...(parts.sessionLasts !== undefined && { sessionLasts: parts.sessionLasts, browserLasts: parts.sessionLasts }),
  });
  const app = createApp({
    config,
    log,
    instruments,
    connect: instruments ? observeDecisions(connect, instruments) : connect,
    files,
    pages: parts.pages ?? null,
    openapi: openapi(),
    keys: () => store.keys.published,
    limit: defaultRequestLimit,
    sessionLimit: defaultSessionLimit,
    brands,
    origins: () => originsOf(config, port()),
    isReady: async () => !parts.isStopping() && (await store.answers()),
  });
  return { app, recorder: { ...ports, inTurn: turns() } };
}
