import { useEffect, useState } from 'react';

/** Waits shorter than this are not worth a word. */
const noticed = 300;

/** Has `waiting` gone on long enough to be noticed? */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setLate(true), noticed);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}
