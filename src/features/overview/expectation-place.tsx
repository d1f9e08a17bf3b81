import { Suspense, useSyncExternalStore } from 'react';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import type { Page } from './page.ts';

export interface ExpectationProps {
  readonly page: Pick<Page, 'voice' | 'durability' | 'email' | 'signInUrl'>;
  /** The category whose card it is about. */
  readonly card: string;
}

const part = latePart<ExpectationProps>(
  async () => {
    const [{ Expectation }] = await Promise.all([
      import('./expectation.tsx'),
      addWords('expectation'),
      addWords('deeds'),
    ]);
    return Expectation;
  },
  // A card tells all there is to tell without it.
  () => null,
);

const nothingChanges = () => (): void => {};
const inBrowser = (): boolean => true;
const onServer = (): boolean => false;

/** The end of a card, once the card is there: nobody waits for a question. */
export function ExpectationPlace(props: ExpectationProps) {
  const here = useSyncExternalStore(nothingChanges, inBrowser, onServer);
  return (
    here && (
      <PanelBoundary renderFailure={() => null}>
        <Suspense fallback={null}>
          <part.Part {...props} />
        </Suspense>
      </PanelBoundary>
    )
  );
}
