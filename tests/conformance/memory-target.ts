import { memoryBackend } from '#backend/memory/memory-backend.ts';
import { memoryBrands, type MemoryBrands } from '#backend/memory/memory-brands.ts';
import type { Caller, Connect } from '#backend/port.ts';
import type { Browser, Target, World } from './target.ts';

/** The memory backend over a world, as the tests in this process and the mock behind HTTP share it. */
export const memoryOver = (world: World): { connect: Connect; brands: MemoryBrands } => {
  const brands = memoryBrands();
  for (const edition of world.editions) brands.publish(edition, world.holder, world.now());
  const connect = memoryBackend({
    brands,
    now: world.now,
    sessionLasts: world.sessionLasts,
    browserLasts: world.sessionLasts,
    around: world.faulty,
  });
  return { connect, brands };
};

/** Without a server there is no address; the memory backend calls itself this. */
export const audienceOfMemory = (brand: string): string => `memory:/v1/${brand}`;

/** A caller in this process: its sessions are a map where a browser has a cookie for each brand. */
const browserOf = (connect: Connect): Browser => {
  const tokens = new Map<string, string>();
  const browser: Browser = {
    gpc: false,
    at(brand) {
      const caller: Caller = {
        brand,
        session: {
          read: () => tokens.get(brand) ?? null,
          write(value) {
            if (value === null) tokens.delete(brand);
            else tokens.set(brand, value);
          },
        },
        get gpc() {
          return browser.gpc;
        },
        demoAllowed: true,
        evidence: { ipPrefix: '127.0.0.0/24', userAgent: 'a test' },
      };
      return connect(caller);
    },
  };
  return browser;
};

/** The memory backend, called directly. It has no wire; everything else it can. */
export const openMemory = async (world: World): Promise<Target> => {
  const { connect, brands } = memoryOver(world);
  return {
    abilities: ['clock', 'publish', 'faults', 'tokens'],
    audience: audienceOfMemory,
    origin: null,
    browser: () => browserOf(connect),
    publish: async (edition) => brands.publish(edition, world.holder, world.now()),
    close: async () => undefined,
  };
};
