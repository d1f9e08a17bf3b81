import type { ComponentType } from 'react';
import { matchPath, Route, Routes } from 'react-router';
import { ReceiptRoute, receiptReady } from '#features/receipt/route.tsx';
import { NotFoundPage } from './not-found-page.tsx';

// What these pages ask for and say is new as well: where to find it follows at once, before anybody goes to one.
void Promise.allSettled([import('virtual:late-calls'), import('#i18n/late-catalogs.ts')]);

interface LateRoute {
  /** Below the brand. */
  readonly path: string;
  readonly Page: ComponentType;
  /** Brings what the page is made of. */
  readonly ready: () => Promise<unknown>;
}

/** Every page but the first, one line each. An address is part of the product: it is linked to and bookmarked. */
export const lateRoutes: readonly LateRoute[] = [{ path: '/receipts/:seq', Page: ReceiptRoute, ready: receiptReady }];

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

/** Brings what comes late of the page at an address, so that it can be drawn without waiting. */
export async function lateRouteReady(pathname: string): Promise<void> {
  await lateRoutes.find(({ path }) => matchPath(path, pathname))?.ready();
}
