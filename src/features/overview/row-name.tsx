import type { Category } from '#contract/notice.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import type { Toggle } from './use-open-cards.ts';

interface RowNameProps {
  readonly category: Category;
  /** What the brand does with it, above the name. */
  readonly label: string;
  readonly open: boolean;
  readonly onToggle: Toggle;
}

/** The heading of a row, whose button opens its card. */
export const RowName = ({ category: { id, name }, label, open, onToggle }: RowNameProps) => (
  <div className="row-name">
    <p className="row-label">{label}</p>
    <h3>
      <Disclosure id={`heading-${id}`} open={open} controls={`card-${id}`} onToggle={() => onToggle(id)}>
        {name}
      </Disclosure>
    </h3>
  </div>
);
