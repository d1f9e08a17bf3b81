import { Fragment, type ReactNode } from 'react';
import { Link } from '#navigation/link.tsx';
import type { ChoiceId } from '#contract/primitives.ts';

/** Leads to a use in its card: its id is its category, a dot, and its own name there. */
export const UseLink = ({ use, children }: { readonly use: ChoiceId; readonly children: ReactNode }) => (
  <Link to={`/data/${use.replace('.', '#')}`}>{children}</Link>
);

/** Several uses by their names, each a way to it. */
export const UseLinks = ({ uses }: { readonly uses: readonly { readonly id: ChoiceId; readonly name: string }[] }) =>
  uses.map(({ id, name }, at) => (
    <Fragment key={id}>
      {at > 0 && ' · '}
      <UseLink use={id}>{name}</UseLink>
    </Fragment>
  ));
