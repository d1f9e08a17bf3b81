import { Route, Routes } from 'react-router';
import { OverviewRoute } from '#features/overview/route.tsx';
import { ReceiptRoute } from '#features/receipt/route.tsx';
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
