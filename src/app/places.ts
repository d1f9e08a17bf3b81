import type { MessageDescriptor } from '@lingui/core';
import type { Capabilities } from '#contract/capabilities.ts';
import { placeStrings } from './places.strings.ts';

interface Place {
  /** Below the brand. */
  readonly path: string;
  readonly name: MessageDescriptor;
  /** What the backend must be able to do for it. Left out: nothing. */
  readonly needs?: keyof Capabilities;
}

/** Where a customer can go from every page, in this order. Each but the first is a route of late-routes.tsx. */
export const places: readonly Place[] = [
  { path: '/', name: placeStrings.overview },
  { path: '/held', name: placeStrings.held, needs: 'records' },
  { path: '/activity', name: placeStrings.activity, needs: 'activity' },
  { path: '/concluded', name: placeStrings.concluded, needs: 'inferences' },
  { path: '/benefits', name: placeStrings.benefits, needs: 'benefits' },
  { path: '/yourself', name: placeStrings.yourself, needs: 'profile' },
  { path: '/safety', name: placeStrings.safety, needs: 'safety' },
];

/** The place that a page belongs to: "/held" for "/held/purchases". */
export const placeOf = (page: string): string => page.replace(/(?<=.)\/.*/, '');
