import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useKnownCapabilities } from '#data/use-capabilities.ts';
import { useKnowsCustomer } from '#data/use-choices.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { keptSearch } from '#navigation/kept-search.ts';
import { Link } from '#navigation/link.tsx';
import { pageOf } from './page-of.ts';
import { placeOf, places } from './places.ts';
import { placeStrings } from './places.strings.ts';
import { fetchRoutes } from './routes.tsx';

/** Where a signed-in customer can go: every place that the backend has, always in sight. */
export function PlaceList() {
  const { say } = useVoice();
  const { pathname, search } = useLocation();
  const can = useKnownCapabilities();
  const known = useKnowsCustomer();
  const there = known ? places.filter(({ needs }) => !needs || can?.[needs]) : [];
  const shown = there.length > 1;
  useEffect(() => {
    if (shown) fetchRoutes();
  }, [shown]);
  const here = placeOf(pageOf(pathname));
  return (
    shown && (
      <nav aria-label={say(placeStrings.places)} className="places">
        <ul>
          {there.map(({ path, name }) => (
            <li key={path}>
              <Link to={{ pathname: path, search: keptSearch(search) }} current={path === here}>
                {say(name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    )
  );
}
