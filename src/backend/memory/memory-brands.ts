import { publish, type BrandEdition, type Brands, type Holder, type ServedBrand } from '#backend/published-brand.ts';
import type { BrandId, Instant } from '#contract/primitives.ts';

/** Brands kept in memory, to which editions can be added. */
export interface MemoryBrands extends Brands {
  /** Puts an edition in force. Throws where it would alter a published notice; then nothing has changed. */
  publish(edition: BrandEdition, holder: Holder, at: Instant): void;
}

export const memoryBrands = (served: readonly ServedBrand[] = []): MemoryBrands => {
  const known = new Map<BrandId, ServedBrand>(served.map((one) => [one.brand.face.id, one]));
  return {
    find: async (brand) => known.get(brand) ?? null,
    publish(edition, holder, at) {
      const { id } = edition.face;
      known.set(id, { brand: publish(known.get(id)?.brand ?? null, edition, at), holder });
    },
  };
};
