import { SECOND_FROM_INSTANT } from '#tests/conformance/test-brand.ts';

/** What the test brand's notices say of one choice, written down by hand: the model must not ask the rules. */
export interface Page {
  readonly initial: 'on' | 'off';
  /** A browser's signal reaches it. */
  readonly signal: boolean;
  /** Granting takes more than a press. */
  readonly step: boolean;
  /** Days a grant lasts. */
  readonly lasts: number | null;
  readonly versions: readonly number[];
  /** The version that asks anew for grants of earlier ones. */
  readonly widenedIn: number | null;
}

const page = (initial: 'on' | 'off', more: Partial<Page> = {}): Page => ({
  initial,
  signal: false,
  step: false,
  lasts: null,
  versions: [1, 2, 3],
  widenedIn: null,
  ...more,
});

/** In the order of the notice. */
export const book: Readonly<Record<string, Page>> = {
  'purchases.recommendations': page('off', { widenedIn: 2 }),
  'purchases.insight': page('on'),
  'purchases.partners': page('off'),
  'browsing.ads': page('on', { signal: true }),
  'browsing.sale': page('off', { signal: true }),
  'browsing.offers': page('off', { signal: true }),
  'health.advice': page('off', { step: true }),
  'location.nearby': page('off', { lasts: 14, widenedIn: 3 }),
  'profile.score': page('off', { step: true, versions: [1] }),
  'profile.survey': page('off', { step: true, versions: [2, 3] }),
};

/** When each version is in force, once it is published. New York is five hours behind in winter. */
export const inForceFrom: readonly number[] = [
  '2026-01-01T05:00:00.000Z',
  SECOND_FROM_INSTANT,
  '2027-01-10T05:00:00.000Z',
].map((instant) => Date.parse(instant));
