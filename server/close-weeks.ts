import type { ExpectationStore } from '#backend/expectation-store.ts';
import type { Instant } from '#contract/primitives.ts';
import { weekOf } from '#rules/expectations.ts';
import type { LiveBrands } from './brands.ts';

/** Destroys the key of every week that is over, also where nobody answers in the new one. */
export async function closeWeeks(
  brands: Pick<LiveBrands, 'ids' | 'find'>,
  expectations: Pick<ExpectationStore, 'openWeek'>,
  now: Instant,
): Promise<void> {
  for (const id of brands.ids()) {
    const served = await brands.find(id);
    if (served) await expectations.openWeek(id, weekOf(now, served.brand.face.zone).week);
  }
}
