import { lazy, Suspense } from 'react';

const AboutPage = lazy(async () => ({ default: (await import('./about-page.tsx')).AboutPage }));

/** For somebody who is not signed in: what this page is for, and who stands behind it. It stands below the way in. */
export const AboutThisPage = () => (
  <Suspense fallback={null}>
    <AboutPage />
  </Suspense>
);
