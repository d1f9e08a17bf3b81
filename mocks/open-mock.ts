import { browserStorage } from '#backend/memory/browser-storage.ts';
import { unkept } from '#backend/memory/snapshot.ts';
import type { Backend } from '#backend/port.ts';
import type { Scenario } from './scenario.ts';
import { scenarioNamed } from './scenarios/all.ts';
import { createWorld, type World } from './world.ts';

/** The scenario that an address asks for: `?scenario=&persona=&brand=&lang=`. */
function scenarioOf(address: URL): Scenario {
  const asked = (name: string): string | null => address.searchParams.get(name);
  const found = scenarioNamed(asked('scenario') ?? 'default');
  return {
    ...found,
    brand: asked('brand') ?? found.brand,
    persona: found.persona === null ? null : (asked('persona') ?? found.persona),
    language: asked('lang') ?? found.language,
  };
}

/** The world of an address. What was decided in it outlives a reload and is shared by tabs; `?reset` begins anew. */
export async function worldOf(address: URL): Promise<World> {
  const scenario = scenarioOf(address);
  const name = `evenhand-mock ${scenario.name} ${scenario.brand} ${scenario.persona ?? ''}`;
  if (address.searchParams.has('reset')) await forget(name);
  return createWorld(scenario, scenario.keeps ? (await browserStorage(name)).persistence : unkept());
}

const forget = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('blocked', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error(`${name} could not be deleted.`)));
  });

/** The backend of a world that has no server: the page itself holds the truth. */
export async function backendWithin({ scenario, connect }: World): Promise<Backend> {
  let secret: string | null = null;
  const backend = connect({
    brand: scenario.brand,
    session: {
      read: () => secret,
      write(value) {
        secret = value;
      },
    },
    gpc: scenario.gpc,
    demoAllowed: true,
    evidence: { ipPrefix: null, userAgent: null },
  });
  if (scenario.persona !== null) await backend.openSession({ demo: scenario.persona, gpc: scenario.gpc });
  return backend;
}
