import { shapes } from 'virtual:wire-contract';
import { httpBackend } from './http/http-backend.ts';
import type { Backend, Caller } from './port.ts';
import type { ServedBrand } from './published-brand.ts';
import type { BackendConfig } from '#contract/backend-config.ts';
import { faults } from '#contract/check.ts';
import type { BrandId } from '#contract/primitives.ts';

/** Reads a configuration. Throws an `Error` that names the field and what it should be. */
export const parseConfig = (given: unknown): BackendConfig => {
  const wrong = faults(shapes.BackendConfig, given);
  if (wrong.length === 0) return given as BackendConfig;
  const fields = wrong.map((place) => place || 'backend').join(', ');
  throw new Error(
    `evenhand.json cannot be used because of: ${fields}. Write {"backend": "http", "baseUrl": "", "brand": "<id>"}, ` +
      'the same with "c15t", or {"backend": "memory", "brand": "<id>"}, and nothing else.',
  );
};

/** Where a backend without a server gets its brands from. */
export type BrandSource = (brand: BrandId) => Promise<ServedBrand>;

const callerIn = (brand: BrandId): Caller => {
  let token: string | null = null;
  return {
    brand,
    session: {
      read: () => token,
      write(value) {
        token = value;
      },
    },
    gpc: (globalThis.navigator as { globalPrivacyControl?: boolean } | undefined)?.globalPrivacyControl === true,
    demoAllowed: true,
    evidence: { ipPrefix: null, userAgent: null },
  };
};

/**
 * The same backend; where it says that it has no versions, an answer of it confirms nothing before a read does. A press
 * kept from an earlier page can come before anybody has asked what the backend can do: then that is asked first.
 */
const heedingVersions = (backend: Backend): Backend => {
  let decide: Backend['decide'] | null = null;
  const ask = async (...asked: Parameters<Backend['getCapabilities']>) => {
    const told = await backend.getCapabilities(...asked);
    const reading = told.versions ? null : await import('./confirm-by-reading.ts');
    decide ??= reading?.confirmByReading(backend) ?? backend.decide;
    return { told, decide };
  };
  return {
    ...backend,
    getCapabilities: async (...asked) => (await ask(...asked)).told,
    decide: async (input, options) => (decide ?? (await ask({}, options)).decide)(input, options),
  };
};

/** Opens the backend that a configuration names. The one that lives in the browser is loaded only when it is asked for. */
export const openBackend = async (config: BackendConfig, brandSource: BrandSource): Promise<Backend> => {
  if (config.backend === 'http') return heedingVersions(httpBackend(config));
  if (config.backend === 'c15t') return (await import('./c15t/open-c15t.ts')).openC15t(config, brandSource);
  const [{ memoryBackend }, { memoryBrands }, { browserStorage }, served] = await Promise.all([
    import('./memory/memory-backend.ts'),
    import('./memory/memory-brands.ts'),
    import('./memory/browser-storage.ts'),
    brandSource(config.brand),
  ]);
  const connect = memoryBackend({
    brands: memoryBrands([served]),
    storage: await browserStorage(),
    signalFromInput: true,
    inBrowser: true,
  });
  return connect(callerIn(config.brand));
};
