import type { ComponentType, ReactNode } from 'react';
import { useParams } from 'react-router';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useOverview } from '#data/use-overview.ts';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { cardReady } from './lazy-card.ts';
import { OverviewPlace } from './overview-place.tsx';

interface VisitorProps {
  /** Somebody is signed in by now. */
  readonly onSignedIn: () => void;
}

/** The same place for somebody who is not signed in. It comes late, for a customer never needs it. */
export const visitorPlace = <P extends VisitorProps>(Failure: ComponentType<P & { readonly retry: () => void }>) =>
  latePart<P>(async () => {
    const [{ VisitorPlace }] = await Promise.all([
      import('./visitor-place.tsx'),
      addWords('card'),
      addWords('visitor'),
    ]);
    return VisitorPlace;
  }, Failure);

/** Brings what cards are made of, and waits for it: for an address that opens one. */
export const overviewReady = cardReady;

/** The page "What we hold, and what you get", with any of its cards open. */
export function OverviewRoute(): ReactNode {
  const { overview } = useCapabilities();
  const { category } = useParams();
  if (!overview) return <OverviewPlace overview={null} wanted={category} />;
  return (
    <PanelBoundary renderFailure={(retry) => <OverviewPlace overview={null} wanted={category} onRetry={retry} />}>
      <WithOverview wanted={category} />
    </PanelBoundary>
  );
}

const WithOverview = ({ wanted }: { readonly wanted: string | undefined }) => (
  <OverviewPlace overview={useOverview()} wanted={wanted} />
);
