import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType, useParams } from 'react-router';

/** The element that an address leads to: a use within a card, else the card's heading. */
function target(category: string | undefined, hash: string): HTMLElement | null {
  if (category === undefined) return null;
  const use = hash.slice(1);
  const found = use === '' ? null : (document.getElementById(`${category}.${use}`) ?? document.getElementById(use));
  return found ?? document.getElementById(`heading-${category}`);
}

/**
 * Goes where the address leads: on arrival, and when a link on the page names a use. A card that the customer opened
 * or went back to is left where it is.
 */
export function useDeepLink(): void {
  const { category } = useParams();
  const { hash, key } = useLocation();
  const how = useNavigationType().toString();
  const place = useRef<string | null>(null);
  useEffect(() => {
    const first = place.current === null;
    if (place.current === key) return;
    place.current = key;
    const led = first ? how !== 'PUSH' || hash !== '' : how === 'PUSH' && hash !== '';
    if (!led) return;
    const element = target(category, hash);
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  }, [category, hash, key, how]);
}
