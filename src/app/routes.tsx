import { Route, Routes } from 'react-router';
import { OverviewRoute, overviewReady } from '#features/overview/route.tsx';
import type { PageEngine } from '#intents/connect-engine.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const lateRoutes = () => import('./late-routes.tsx');

const late = latePart(async () => (await lateRoutes()).LateRoutes, PageFailure);

/** Brings the way to every other page, so that none waits for it, and goes on with what such a page has left to send. */
export async function fetchRoutes(engine: PageEngine): Promise<void> {
  if (await late.ready()) await (await lateRoutes()).goOnFor(engine);
}

/** Every address the app knows, below the brand. The first page knows its own; the others come after it. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<OverviewRoute />} />
      <Route path="/data/:category" element={<OverviewRoute />} />
      <Route path="*" element={<late.Part />} />
    </Routes>
  );
}

/** Brings what comes late of the page at an address below the brand, so that it can be drawn without waiting. */
export async function routeReady(pathname: string): Promise<void> {
  if (pathname.startsWith('/data/')) await overviewReady();
  else if (pathname !== '/' && (await late.ready())) await (await lateRoutes()).lateRouteAt(pathname)?.ready();
}
