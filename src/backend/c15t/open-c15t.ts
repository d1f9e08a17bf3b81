import type { BrandSource } from '#backend/open-backend.ts';
import type { Backend } from '#backend/port.ts';
import { c15tBackend } from './c15t-backend.ts';

/** The backend for a page of its own: the brand's files are read once, the browser's signal on every call. */
export const openC15t = async (
  { baseUrl, brand }: { readonly baseUrl: string; readonly brand: string },
  brandSource: BrandSource,
): Promise<Backend> => {
  const served = await brandSource(brand);
  return c15tBackend({
    baseUrl,
    brand: () => served.brand,
    gpc: () => (globalThis.navigator as { globalPrivacyControl?: boolean } | undefined)?.globalPrivacyControl === true,
  });
};
