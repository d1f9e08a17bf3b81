import type { BrandFace } from '#contract/capabilities.ts';
import { useKnownCapabilities } from './use-capabilities.ts';

/** The face of the brand; null while it is not known. For what stands around the pages and may not fail with them. */
export const useBrandFace = (): BrandFace | null => useKnownCapabilities()?.brand ?? null;
