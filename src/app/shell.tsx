import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Suspense, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useBrandFace } from '#data/use-brand-face.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { ErrorPage } from './error-page.tsx';
import { Header } from './header.tsx';
import { LoadingPage } from './loading-page.tsx';
import { pageOf } from './page-of.ts';
import { PlaceList } from './place-list.tsx';
import { usePageManners } from './use-page-manners.ts';

/** What stands around every page: who we are, who is signed in, and a place for the page that cannot take it down. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  const face = useBrandFace();
  usePageManners();
  return (
    <>
      <Header />
      <div className="page">
        <PlaceList />
        <main id="main" tabIndex={-1}>
          <QueryErrorResetBoundary>
            {({ reset }) => (
              <ErrorBoundary
                key={pageOf(pathname)}
                onRetry={reset}
                renderFailure={(error, retry) => (
                  <ErrorPage error={error} retry={retry} signInUrl={face?.signInUrl ?? null} />
                )}
              >
                <Suspense fallback={<LoadingPage />}>{children}</Suspense>
              </ErrorBoundary>
            )}
          </QueryErrorResetBoundary>
        </main>
      </div>
    </>
  );
}
