import type { ComponentType } from 'react';
import { matchPath, Route, Routes } from 'react-router';
import { ActivityRoute, activityReady } from '#features/activity/route.tsx';
import { ConcludedRoute, concludedReady } from '#features/concluded/route.tsx';
import { HeldRoute, RecordsRoute, heldReady, recordsReady } from '#features/held/route.tsx';
import { ReceiptRoute, receiptReady } from '#features/receipt/route.tsx';
import { YourselfRoute, yourselfReady } from '#features/yourself/route.tsx';
import { BothWaysRoute, bothWaysReady } from '#features/both-ways/route.tsx';
import { RightNowRoute, rightNowReady } from '#features/right-now/route.tsx';
import { SafetyRoute, safetyReady } from '#features/safety/route.tsx';
import { BenefitsRoute, benefitsReady } from '#features/benefits/route.tsx';
import type { PageEngine } from '#intents/connect-engine.ts';
import { goOn } from '#intents/go-on.ts';
import { NotFoundPage } from './not-found-page.tsx';

// What these pages ask for and say is new as well: where to find it follows at once, before anybody goes to one.
void Promise.allSettled([import('virtual:late-calls'), import('#i18n/late-catalogs.ts')]);

interface LateRoute {
  /** Below the brand. */
  readonly path: string;
  /** Its folder in src/features: a server that draws the page sends the looks of what is in it along. */
  readonly feature: string;
  readonly Page: ComponentType;
  /** Brings what the page is made of. */
  readonly ready: () => Promise<unknown>;
}

/** Every page but the first, one line each. An address is part of the product: it is linked to and bookmarked. */
export const lateRoutes: readonly LateRoute[] = [
  { path: '/held', feature: 'held', Page: HeldRoute, ready: heldReady },
  { path: '/held/:category', feature: 'held', Page: RecordsRoute, ready: recordsReady },
  { path: '/activity', feature: 'activity', Page: ActivityRoute, ready: activityReady },
  { path: '/concluded', feature: 'concluded', Page: ConcludedRoute, ready: concludedReady },
  { path: '/safety', feature: 'safety', Page: SafetyRoute, ready: safetyReady },
  { path: '/right-now', feature: 'right-now', Page: RightNowRoute, ready: rightNowReady },
  { path: '/receipts/:seq', feature: 'receipt', Page: ReceiptRoute, ready: receiptReady },
  { path: '/yourself', feature: 'yourself', Page: YourselfRoute, ready: yourselfReady },
  { path: '/both-ways/:about', feature: 'both-ways', Page: BothWaysRoute, ready: bothWaysReady },
  { path: '/benefits', feature: 'benefits', Page: BenefitsRoute, ready: benefitsReady },
];

/** The page at an address that is not the first page's; where there is none, it says so. */
export function LateRoutes() {
  return (
    <Routes>
      {lateRoutes.map(({ path, Page }) => (
        <Route key={path} path={path} element={<Page />} />
      ))}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

/** The page at an address below the brand, if it is one of these. */
export const lateRouteAt = (pathname: string): LateRoute | undefined =>
  lateRoutes.find(({ path }) => matchPath(path, pathname));

/** These pages have come: what an earlier one of them had to send goes on. */
export const goOnFor = (engine: PageEngine): Promise<void> => goOn(engine);
