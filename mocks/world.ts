import { brandIds, demoHolder, readBrand } from '#brands/in-browser.ts';
import { memoryBackend } from '#backend/memory/memory-backend.ts';
import { memoryBrands } from '#backend/memory/memory-brands.ts';
import { unkept, type Persistence } from '#backend/memory/snapshot.ts';
import type { Caller, Connect } from '#backend/port.ts';
import { serve } from '#backend/serve.ts';
import type { LoadedBrand } from '#brand/load-brand.ts';
import type { Instant } from '#contract/primitives.ts';
import { askFor } from './ask.ts';
import { connection, type Connection } from './connection.ts';
import type { Handler } from './fault.ts';
import { nextEdition } from './next-edition.ts';
import type { Scenario } from './scenario.ts';
import { WrongAddress } from './wrong-address.ts';

/** One running scenario. Faults and tests act on it; the app only ever sees `handler`. */
export interface World {
  readonly scenario: Scenario;
  /** What the app talks to: the production handler with the scenario's faults in front. */
  readonly handler: Handler;
  /** The same backend without a network between, for scenarios that have no server. */
  readonly connect: Connect;
  readonly connection: Connection;
  /** This browser on a network without faults, with whatever session it has. */
  readonly thisBrowser: Handler;
  /** Another browser, signed in as the same customer, on a network without faults. It sends no signal. */
  anotherDevice(): Handler;
  /** Signs the customer in, or another one; what the brand's own site does in real life. */
  signIn(persona: string): Promise<void>;
  /** The session is over, as the server sees it. The browser has not heard of it. */
  endSession(): Promise<void>;
  /** The brand puts its next notice in force. */
  publishNext(): Promise<void>;
  /** The server's clock jumps ahead. */
  advance(milliseconds: number): void;
}

type Session = Caller['session'];

const keptSession = (): Session => {
  let secret: string | null = null;
  return {
    read: () => secret,
    write(value) {
      secret = value;
    },
  };
};

/** A made-up brand has no page to sign in at: its first customer, signed in, stands in for one. */
const signedInHere = (edition: LoadedBrand): LoadedBrand => {
  const [persona] = edition.demo?.personas ?? [];
  if (persona === undefined) return edition;
  return { ...edition, face: { ...edition.face, signInUrl: `/?brand=${edition.face.id}&persona=${persona}` } };
};

/** The page can read the browser's wish, too; where there is no page there is nobody to read it. */
function wish(gpc: boolean): void {
  if (typeof window === 'undefined') return;
  Object.defineProperty(window.navigator, 'globalPrivacyControl', { configurable: true, value: gpc });
}

/** Builds the world of a scenario, up to the moment when the page opens. */
export async function createWorld(scenario: Scenario, persistence: Persistence = unkept()): Promise<World> {
  const opened = Date.now();
  wish(scenario.gpc);
  let ahead = 0;
  const now = (): Instant => new Date(Date.parse(scenario.now) + (Date.now() - opened) + ahead).toISOString();
  if (!brandIds().includes(scenario.brand)) throw new WrongAddress('brand', scenario.brand, brandIds());
  const edition = signedInHere(await readBrand(scenario.brand));
  const personas = edition.demo?.personas ?? [];
  if (scenario.persona !== null && !personas.includes(scenario.persona))
    throw new WrongAddress('persona', scenario.persona, personas);
  const holder = await demoHolder(edition, scenario.now.slice(0, 10));
  const brands = memoryBrands();
  brands.publish(edition, holder, scenario.now);
  const durability = { http: 'durable', memory: 'browser', forgetful: 'none' } as const;
  const connect = memoryBackend({
    brands,
    now,
    storage: { persistence, durability: durability[scenario.backend] },
    signalFromInput: scenario.backend !== 'http',
    inBrowser: true,
  });
  const serving = (session: Session, gpc: boolean): Handler =>
    serve(connect, {
      session,
      origins: () => 'unchecked',
      demoAllowed: () => true,
      headerValues: (request, name) => {
        if (name === 'sec-gpc') return gpc ? ['1'] : [];
        return request.headers.get(name)?.split(', ') ?? [];
      },
      report: (error) => console.error(error),
    });
  const session = keptSession();
  const plain = serving(session, scenario.gpc);

  const world: World = {
    scenario,
    connect,
    connection: connection(),
    handler: (request) => handler(request),
    thisBrowser: plain,
    anotherDevice: () => {
      const own = keptSession();
      const elsewhere = serving(own, false);
      return async (request) => {
        if (own.read() === null)
          await askFor(elsewhere, scenario.brand, 'POST', '/session', { demo: scenario.persona });
        return elsewhere(request);
      };
    },
    signIn: (persona) => askFor(plain, scenario.brand, 'POST', '/session', { demo: persona }),
    async endSession() {
      const secret = session.read();
      await askFor(plain, scenario.brand, 'DELETE', '/session');
      session.write(secret, null);
    },
    async publishNext() {
      if (scenario.next === null) throw new Error(`Scenario "${scenario.name}" has no next notice.`);
      brands.publish(await nextEdition(edition, scenario.next, now().slice(0, 10)), holder, now());
    },
    advance(milliseconds) {
      ahead += milliseconds;
    },
  };

  await scenario.before?.(world);
  if (scenario.persona !== null && scenario.backend === 'http') await world.signIn(scenario.persona);
  const handler = scenario.faults.reduceRight((next, fault) => fault(next, world), plain);
  return world;
}
