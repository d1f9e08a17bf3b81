import { Route, Routes } from 'react-router';
import { OverviewRoute, overviewReady } from '#features/overview/route.tsx';
import { ReceiptRoute, receiptReady } from '#features/receipt/route.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** Every address the app knows, below the brand. An address is part of the product: it is linked to and bookmarked. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<OverviewRoute />} />
      <Route path="/data/:category" element={<OverviewRoute />} />
      <Route path="/receipts/:seq" element={<ReceiptRoute />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

/** Brings what comes late of the page at an address below the brand, so that it can be drawn without waiting. */
export async function routeReady(pathname: string): Promise<void> {
  if (pathname.startsWith('/data/')) await overviewReady();
  if (pathname.startsWith('/receipts/')) await receiptReady();
}
