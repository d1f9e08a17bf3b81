import type { Brands } from '#backend/published-brand.ts';
import type { LiveBrands } from './brands.ts';
import { isLoopback } from './client-address.ts';
import type { Config } from './config.ts';

/** Made-up customers are signed in only where the server listens on this machine alone. */
export const demoAllowed = ({ host, origin }: Pick<Config, 'host' | 'origin'>): boolean =>
  isLoopback(host) && origin === null;

/**
 * The brands as they are served: the made-up one at `/` is signed in to by its demo link, since the address in its files
 * leads nowhere. What is kept of the brand stays as it is.
 */
export function withDemoSignIn(
  brands: Pick<LiveBrands, 'find' | 'first' | 'personas'>,
  config: Pick<Config, 'host' | 'origin'>,
): Brands {
  if (!demoAllowed(config)) return brands;
  return {
    async find(id) {
      const served = await brands.find(id);
      const [persona] = brands.personas(id);
      if (served === null || persona === undefined || brands.first().face.id !== id) return served;
      const { face } = served.brand;
      return { ...served, brand: { ...served.brand, face: { ...face, signInUrl: `/demo/${persona}` } } };
    },
  };
}
