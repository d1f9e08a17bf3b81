import { BackendError, type Backend } from '#backend/port.ts';
import { activityPageOf } from '#rules/activity.ts';
import { ledgerOf } from '#rules/ledger.ts';
import { overviewOf } from '#rules/overview.ts';
import { safetyOf } from '#rules/safety.ts';
import { aboutOf } from './about-of.ts';
import type { DeskOf } from './desk.ts';

/** How what is held was used, what came back for it, and how it is kept safe. */
export const useCalls = (
  desk: DeskOf,
): Pick<Backend, 'getOverview' | 'listActivity' | 'listBenefits' | 'getSafety'> => ({
  async getOverview() {
    const { signedIn, brand, held, notice, zone, now } = await desk.reading(null);
    const holdings = await held();
    // The brand's own greeting comes before the name that is held.
    const name = signedIn.customer?.name || holdings.customer.name;
    return overviewOf({ ...holdings, customer: { name } }, notice, zone, now, aboutOf(brand) ?? undefined);
  },

  async listActivity(filter) {
    const { held, notice, about, zone } = await desk.reading('activity', filter.language);
    const page = activityPageOf(await held(), notice, about, filter, zone);
    if (page) return page;
    throw new BackendError('malformed', 'cursor: pass on the "next" of the page before, unchanged, or leave it out.');
  },

  async listBenefits({ year }) {
    const { held, notice, zone, now } = await desk.reading('benefits');
    return ledgerOf(await held(), notice, year ?? null, zone, now);
  },

  async getSafety({ language }) {
    const { held, about } = await desk.reading('safety', language);
    return safetyOf(await held(), about);
  },
});
