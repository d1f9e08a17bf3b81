import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useOverview } from '#data/use-overview.ts';
import { OverviewFailure } from './overview-failure.tsx';
import { OverviewPlace } from './overview-place.tsx';

/** The page "What we hold, and what you get", with any of its cards open. */
export function OverviewRoute(): ReactNode {
  const { overview } = useCapabilities();
  const { category } = useParams();
  const { reset } = useQueryErrorResetBoundary();
  if (!overview) return <OverviewPlace overview={null} wanted={category} />;
  return (
    <OverviewFailure
      onRetry={reset}
      renderFailure={(retry) => <OverviewPlace overview={null} wanted={category} onRetry={retry} />}
    >
      <WithOverview wanted={category} />
    </OverviewFailure>
  );
}

const WithOverview = ({ wanted }: { readonly wanted: string | undefined }) => (
  <OverviewPlace overview={useOverview()} wanted={wanted} />
);
