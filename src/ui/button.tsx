import type { ReactNode } from 'react';

interface ButtonProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly describedBy?: string | undefined;
}

/** The one look of a deed. There is no second weight, so that no answer can be made to look better than another. */
export function Button({ onPress, children, describedBy }: ButtonProps) {
  return (
    <button type="button" className="button" onClick={onPress} aria-describedby={describedBy}>
      {children}
    </button>
  );
}
