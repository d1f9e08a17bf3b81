import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { keptSearch } from './kept-search.ts';
import { Link } from './link.tsx';

interface PageLinkProps {
  /** Its address below the brand, with a "#" and a place on it where there is one. */
  readonly to: string;
  /** What is asked of that page. */
  readonly asked?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link to another page, which takes along what the address asks of every page. */
export function PageLink({ to, asked, ...link }: PageLinkProps) {
  const { search } = useLocation();
  const [pathname = '', hash = ''] = to.split('#');
  return <Link to={{ pathname, search: keptSearch(search, asked), hash }} {...link} />;
}
