import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useKnownCapabilities } from '#data/use-capabilities.ts';
import { useKnowsCustomer } from '#data/use-choices.ts';
import { useEngine } from '#intents/use-intents.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { pageOf } from './page-of.ts';
import { placeOf, places } from './places.ts';
import { placeStrings } from './places.strings.ts';
import { fetchRoutes } from './routes.tsx';

/** Where a signed-in customer can go: every place that the backend has, always in sight. */
export function PlaceList() {
  const { say } = useVoice();
  const { pathname } = useLocation();
  const can = useKnownCapabilities();
  const known = useKnowsCustomer();
  const engine = useEngine();
  const there = known ? places.filter(({ needs }) => !needs || can?.[needs]) : [];
  const shown = there.length > 1;
  useEffect(() => {
    if (shown) void fetchRoutes(engine);
  }, [shown, engine]);
  const here = placeOf(pageOf(pathname));
  return (
    shown && (
      <nav aria-label={say(placeStrings.places)} className="places">
        <ul>
          {there.map(({ path, name }) => (
            <li key={path}>
              <PageLink to={path} current={path === here}>
                {say(name)}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
    )
  );
}
