import type { MouseEvent, ReactNode } from 'react';
import { useHref, useLocation, useNavigate, type To } from 'react-router';

interface LinkProps {
  readonly to: To;
  readonly className?: string;
  /** Leads to where the customer is. */
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** Asked for elsewhere: in a new tab or window, or as a file. That is the browser's own business. */
export const isForBrowser = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * A link to another page of ours, which opens without loading anew. The router's own link can fetch ahead for apps that
 * render in a framework, and weighs 2 kB for it.
 */
export function Link({ to, className, current = false, children }: LinkProps) {
  const href = useHref(to);
  const here = useHref(useLocation());
  const navigate = useNavigate();
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || isForBrowser(event)) return;
    event.preventDefault();
    // As in any browser: where one is already adds nothing to the history.
    void navigate(to, { replace: href === here });
  };
  return (
    <a href={href} className={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
