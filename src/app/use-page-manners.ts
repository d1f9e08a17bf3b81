import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { pageOf } from './page-of.ts';
import { whenShown } from './when-shown.ts';

/**
 * What a browser does for pages that load, done for pages that change: a new page is read from its heading and seen
 * from its top; back and forward return to where the customer was. A page that leads somewhere itself, to a card or a
 * use, is left to do so.
 */
export function usePageManners(): void {
  const { key, pathname, hash } = useLocation();
  const back = useNavigationType().toString() === 'POP';
  const before = useRef({ key, page: pageOf(pathname) });
  const places = useRef(new Map<string, number>());

  useEffect(() => {
    const remember = (): void => void places.current.set(before.current.key, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, []);

  useEffect(() => {
    const page = pageOf(pathname);
    const moved = before.current.page !== page;
    before.current = { key, page };
    if (!moved) return undefined;
    return whenShown('main h1', (heading) => {
      const place = back ? places.current.get(key) : undefined;
      if (place === undefined && hash !== '') return;
      heading.tabIndex = -1;
      if (!heading.closest('main')?.contains(document.activeElement)) heading.focus({ preventScroll: true });
      window.scrollTo({ top: place ?? 0, behavior: 'instant' });
    });
  }, [key, pathname, hash, back]);
}
