import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';

interface ShowOlderProps {
  /** `all` = there is no more. */
  readonly more: 'all' | 'here' | 'coming' | 'failed';
  readonly onMore: () => void;
  /** How much of the list is on screen: once it has grown, its end is looked at anew. */
  readonly size: number;
  /** How far the list goes, that more is coming, or that it did not come. */
  readonly text: string;
  readonly label: string;
}

/** The end of a list that goes on: a button, which is pressed by itself when the end comes near. */
export function ShowOlder({ more, onMore, size, text, label }: ShowOlderProps) {
  if (more === 'all') return null;
  return (
    <div className="mt-6">
      {more === 'here' && <End key={size} onNear={onMore} />}
      <p role="status" className="mb-2 text-note text-ink-2">
        {text}
      </p>
      <Button onPress={onMore}>{label}</Button>
    </div>
  );
}

function End({ onNear }: { readonly onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where nothing tells how near the end is, there is still the button.
    if (!end.current || !('IntersectionObserver' in window)) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onNear();
      },
      { rootMargin: '1200px 0px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onNear]);
  return <div ref={end} />;
}
