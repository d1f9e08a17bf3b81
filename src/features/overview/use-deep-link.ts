import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

declare global {
  /** Set by the small script in a page that the server drew: it is already where its address leads. */
  var arrived: boolean | undefined;
}

/** How long a card may take to come before nobody waits for it any more. */
const patience = 10_000;

/** The element that an address leads to: a use within a card, else the card's heading. `arrive.js` of the server says it too. */
function target(category: string | undefined, hash: string): HTMLElement | null {
  const use = hash.slice(1);
  if (category === undefined) return null;
  return use === ''
    ? document.getElementById(`heading-${category}`)
    : (document.getElementById(`${category}.${use}`) ?? document.getElementById(use));
}

function goTo(element: HTMLElement): void {
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}

/**
 * A page that the server drew went there by itself, and what the customer has under their finger by now must not move.
 * Only the keyboard may have been lost since, with the element that it was on.
 */
function stay(element: HTMLElement | null): void {
  globalThis.arrived = false;
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}

/** Goes to the element, now or as soon as it is there. Returns what stops waiting. */
function goWhenThere(find: () => HTMLElement | null): (() => void) | undefined {
  const there = find();
  if (there) {
    goTo(there);
    return undefined;
  }
  const waiting = new AbortController();
  const { signal } = waiting;
  const stop = (): void => waiting.abort();
  const observer = new MutationObserver(() => {
    const element = find();
    if (!element) return;
    stop();
    goTo(element);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  const tired = setTimeout(stop, patience);
  signal.addEventListener('abort', () => {
    clearTimeout(tired);
    observer.disconnect();
  });
  // Whoever has begun to do something stays where they are.
  for (const type of ['pointerdown', 'keydown', 'wheel']) addEventListener(type, stop, { signal });
  return stop;
}

/**
 * Goes where the address leads: on arrival, and when a link on the page names a use. A card that the customer opened
 * or went back to is left where it is.
 */
export function useDeepLink(category: string | undefined): void {
  const { hash, key } = useLocation();
  const how = useNavigationType().toString();
  const place = useRef<string | null>(null);
  useEffect(() => {
    const first = place.current === null;
    if (place.current === key) return undefined;
    place.current = key;
    const led = first ? how !== 'PUSH' || hash !== '' : how !== 'POP' && hash !== '';
    if (globalThis.arrived) return stay(target(category, hash));
    return led && category !== undefined ? goWhenThere(() => target(category, hash)) : undefined;
  }, [category, hash, key, how]);
}
