import { useEffect, useRef } from 'react';
import type { Paged } from '#data/paged.ts';
import type { Voice } from '#i18n/voice.ts';
import { Button } from '#ui/button.tsx';
import { recordStrings, shownOf } from './record.strings.ts';

interface OlderRecordsProps extends Pick<Paged<unknown>, 'more' | 'bringMore'> {
  readonly voice: Voice;
  /** How many are on screen. Until all that have come are, no more are brought by themselves. */
  readonly shown: number;
  readonly loaded: number;
  readonly count: number;
}

/** The way to older records: a button, which is pressed by itself when the end of the list comes near. */
export function OlderRecords({ voice: { say, number }, more, bringMore, shown, loaded, count }: OlderRecordsProps) {
  const end = useRef<HTMLDivElement>(null);
  const waits = more === 'here' && shown === loaded;
  useEffect(() => {
    if (!waits || !end.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) bringMore();
      },
      { rootMargin: '1200px 0px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [waits, bringMore]);
  if (more === 'all') return null;
  return (
    <div ref={end} className="mt-6">
      <p role="status" className="mb-2 text-note text-ink-2">
        {more === 'failed'
          ? say(recordStrings.olderFailed)
          : say(more === 'coming' ? recordStrings.olderComing : shownOf(number(shown), number(count)))}
      </p>
      <Button onPress={bringMore}>{say(recordStrings.older)}</Button>
    </div>
  );
}
