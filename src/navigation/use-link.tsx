import { Fragment, type ReactNode } from 'react';
import { PageLink } from './page-link.tsx';

interface NamedUse {
  readonly id: string;
  readonly name: string;
}

/** Leads to a use and its switch: its id is its category, a dot, and its own name there. */
export const UseLink = ({ use, children }: { readonly use: string; readonly children: ReactNode }) => (
  <PageLink to={`/data/${use.replace('.', '#')}`}>{children}</PageLink>
);

/** Several uses by their names, each a way to it. */
export const UseLinks = ({ uses }: { readonly uses: readonly NamedUse[] }) =>
  uses.map(({ id, name }, at) => (
    <Fragment key={id}>
      {at > 0 && ' · '}
      <UseLink use={id}>{name}</UseLink>
    </Fragment>
  ));
