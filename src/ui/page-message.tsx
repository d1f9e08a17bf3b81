import type { ReactNode, Ref } from 'react';

interface PageMessageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The way forward. */
  readonly actions?: ReactNode;
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

/** A page that has one thing to say: what is true, and what can be done. */
export function PageMessage({ title, children, actions, headingRef }: PageMessageProps) {
  return (
    <div className="grid max-w-text justify-items-start gap-4">
      <h1 ref={headingRef} tabIndex={-1} className="page-title">
        {title}
      </h1>
      {children}
      {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
