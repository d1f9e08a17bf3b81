import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { pageOf } from './page-of.ts';
import { whenShown } from './when-shown.ts';

/**
 * What a browser does for pages that load, done for pages that change: a new page is read from its heading and seen
 * from its top; back and forward return to where the customer was, and to the link they followed. A page that leads somewhere itself, to a card or a
 * use, is left to do so.
 */
export function usePageManners(): void {
  const { key, pathname, hash } = useLocation();
  const back = useNavigationType().toString() === 'POP';
  const before = useRef({ key, page: pageOf(pathname) });
  const places = useRef(new Map<string, number>());
  /** By entry of the history: the address of the link that was followed from there. */
  const followed = useRef(new Map<string, string>());

  useEffect(() => {
    const remember = (): void => void places.current.set(before.current.key, window.scrollY);
    const follow = ({ target }: Event): void => {
      const href = target instanceof Element ? target.closest('main a')?.getAttribute('href') : null;
      if (href) followed.current.set(before.current.key, href);
    };
    window.addEventListener('scroll', remember, { passive: true });
    window.addEventListener('click', follow, true);
    return () => {
      window.removeEventListener('scroll', remember);
      window.removeEventListener('click', follow, true);
    };
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
      const href = back ? followed.current.get(key) : undefined;
      const link = href && document.querySelector<HTMLElement>(`main a[href="${CSS.escape(href)}"]`);
      if (!heading.closest('main')?.contains(document.activeElement)) (link || heading).focus({ preventScroll: true });
      window.scrollTo({ top: place ?? 0, behavior: 'instant' });
    });
  }, [key, pathname, hash, back]);
}
