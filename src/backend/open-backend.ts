import * as z from 'zod/mini';
import { httpBackend } from './http/http-backend.ts';
import type { Backend, Caller } from './port.ts';
import type { ServedBrand } from './published-brand.ts';
import { BrandId } from '#contract/primitives.ts';

/** What "/evenhand.json" says: which backend holds the truth, and the brand that is shown when an address names none. */
export const BackendConfig = z.discriminatedUnion('backend', [
  z.strictObject({ backend: z.literal('http'), baseUrl: z.string(), brand: BrandId }),
  z.strictObject({ backend: z.literal('memory'), brand: BrandId }),
]);
export type BackendConfig = z.infer<typeof BackendConfig>;

/** Reads a configuration. Throws an `Error` that names the field and what it should be. */
export const parseConfig = (given: unknown): BackendConfig => {
  const parsed = BackendConfig.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'backend').join(', ');
  throw new Error(
    `evenhand.json cannot be used because of: ${fields}. Write {"backend": "http", "baseUrl": "", "brand": "<id>"} ` +
      'or {"backend": "memory", "brand": "<id>"}, and nothing else.',
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

/** Opens the backend that a configuration names. The one that lives in the browser is loaded only when it is asked for. */
export const openBackend = async (config: BackendConfig, brandSource: BrandSource): Promise<Backend> => {
  if (config.backend === 'http') return httpBackend(config);
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
    browser: 'this-browser',
  });
  return connect(callerIn(config.brand));
};
