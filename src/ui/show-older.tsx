import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';

interface ShowOlderProps {
  /** `all` = there is no more. */
  readonly more: 'all' | 'here' | 'coming' | 'failed';
  readonly onMore: () => void;
  /** How much of the list is on screen: once it has grown, its end may be near again. */
  readonly size: number;
  /** How far the list goes, that more is coming, or that it did not come. */
  readonly text: string;
  readonly label: string;
}

/** The end of a list that goes on: a button, which is pressed by itself when the end comes near. */
export function ShowOlder({ more, onMore, size, text, label }: ShowOlderProps) {
  const end = useRef<HTMLDivElement>(null);
  const waits = more === 'here';
  useEffect(() => {
    // Where nothing tells how near the end is, there is still the button.
    if (!waits || !end.current || !('IntersectionObserver' in window)) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { rootMargin: '1200px 0px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [waits, onMore, size]);
  if (more === 'all') return null;
  return (
    <div ref={end} className="mt-6">
      <p role="status" className="mb-2 text-note text-ink-2">
        {text}
      </p>
      <Button onPress={onMore}>{label}</Button>
    </div>
  );
}
