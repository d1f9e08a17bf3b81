interface DisclosureProps {
  readonly id: string;
  readonly open: boolean;
  /** Id of what it opens; it stands right after. */
  readonly controls: string;
  readonly onToggle: () => void;
  readonly children: string;
}

/** A heading's button that opens what stands below it. Its target is the whole positioned ancestor: the row. */
export function Disclosure({ id, open, controls, onToggle, children }: DisclosureProps) {
  return (
    <button
      type="button"
      id={id}
      className="disclosure"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      {children}
      {'\u00a0'}
      <svg viewBox="0 0 12 12" aria-hidden="true" className="disclosure-mark">
        <path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </button>
  );
}
