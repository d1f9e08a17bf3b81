import type { Deed } from './deed.ts';
import { isDeedName } from './deed-tells.ts';
import { readKept } from './kept.ts';

/** Reads a deed back; null where it is not one, or one of another version of the app. */
export function readDeed(text: string | null): Deed | null {
  const kept: Partial<Deed> | null = readKept(text);
  return kept && isDeedName(kept.asked?.name) && typeof kept.target === 'string' ? (kept as Deed) : null;
}
