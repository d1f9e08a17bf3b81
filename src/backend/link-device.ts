import { termsOfBrand, type PublishedBrand } from './published-brand.ts';
import { loaded, record, type Recorder } from './record.ts';
import type { Subject } from './subject-store.ts';
import { digest } from '#rules/chain.ts';
import { linkItems } from '#rules/linking.ts';

/**
 * Joins what a browser decided without a customer to the customer who now signs in on it, as one entry `by: 'device'`.
 * The entry's key names the browser's own record as it stands, so that joining the same again, at once or later, changes
 * nothing: also where the customer has turned something on since.
 */
export const linkDevice = async (
  recorder: Recorder,
  brand: PublishedBrand,
  device: Subject,
  customer: Subject,
): Promise<void> => {
  const { state } = await loaded(recorder, device);
  if (state.head === null) return;
  // No client can send this key: theirs have no colon. It names no subject to who reads the customer's record.
  const command = await digest(`device ${device.id} ${state.head}`, recorder.sha256);
  const terms = termsOfBrand(brand);
  await record(recorder, brand, {
    subject: customer,
    by: 'device',
    gpc: false,
    items: (own, now) => linkItems(state, own, terms, now),
    intent: { key: `device:${command}`, command },
    evidence: null,
  });
};
