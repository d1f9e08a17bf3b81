import { useCallback, type MouseEvent } from 'react';
import { useHref, useNavigate } from 'react-router';
import { isForBrowser } from './link.tsx';

/**
 * For a list of thousands of links, each a plain anchor: follows the one that was pressed without loading anew. Give it
 * to what stands around them; `hrefTo` makes their addresses.
 */
export function useFollow(): {
  readonly hrefTo: (address: string) => string;
  readonly onClick: (event: MouseEvent) => void;
} {
  const base = useHref('/').replace(/\/$/, '');
  const navigate = useNavigate();
  const hrefTo = useCallback((address: string) => base + address, [base]);
  const onClick = useCallback(
    (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const href = link?.getAttribute('href');
      if (!href?.startsWith(`${base}/`) || event.defaultPrevented || isForBrowser(event)) return;
      event.preventDefault();
      void navigate(href.slice(base.length));
    },
    [base, navigate],
  );
  return { hrefTo, onClick };
}
