import { useQuery } from '@tanstack/react-query';
import type { BrandFace } from '#contract/capabilities.ts';
import { useBackend } from './backend-context.tsx';
import { capabilitiesQuery } from './use-capabilities.ts';

/** The face of the brand; null while it is not known. For what stands around the pages and may not fail with them. */
export function useBrandFace(): BrandFace | null {
  return useQuery(capabilitiesQuery(useBackend())).data?.brand ?? null;
}
