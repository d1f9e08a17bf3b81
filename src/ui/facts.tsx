interface FactsProps {
  readonly id?: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  /** In the size of running text. */
  readonly large?: boolean;
}

/** Short facts, each with its term beside it. */
export function Facts({ id, facts, large = false }: FactsProps) {
  return (
    <dl id={id} className={large ? 'facts' : 'facts text-note'}>
      {facts.map(({ term, text }) => (
        <div key={term} className="fact">
          <dt className="text-note text-ink-2">{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
