import { queryOptions } from '@tanstack/react-query';
import type { PageEngine } from './connect-engine.ts';

/** This browser's own subject; the page's engine has only one. */
export const ownQuery = (engine: PageEngine) =>
  queryOptions({ queryKey: ["this browser's own"], queryFn: engine.own, structuralSharing: false });
