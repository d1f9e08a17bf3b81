import type { ReactNode } from 'react';
import type { Category, Notice } from '#contract/notice.ts';
import { groupsOf } from './overview.model.ts';

interface CategoryGroupsProps {
  readonly notice: Notice;
  /** The row of one kind of data. */
  readonly renderRow: (category: Category) => ReactNode;
}

/** Every kind of data, under where it comes from. */
export const CategoryGroups = ({ notice, renderRow }: CategoryGroupsProps) =>
  groupsOf(notice).map(({ source, title, text, categories }) => (
    <section key={source} className="group" aria-labelledby={`group-${source}`}>
      <h2 id={`group-${source}`} className="text-group font-strong">
        {title}
      </h2>
      <p className="text-note text-ink-2">{text}</p>
      <div className="rows">{categories.map(renderRow)}</div>
    </section>
  ));
