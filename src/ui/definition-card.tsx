import type { ReactNode } from 'react';

interface Definition {
  readonly term: string;
  readonly detail: ReactNode;
}

/** Terms and what is true of each, in the order given: side by side where there is room, else one under the other. */
export function DefinitionCard({ definitions }: { readonly definitions: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {definitions.map(({ term, detail }) => (
        <div key={term} className="definition">
          <dt className="text-note text-ink-2">{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
