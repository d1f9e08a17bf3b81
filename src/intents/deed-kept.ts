import type { Deed } from './deed.ts';
import { readKept } from './kept.ts';

const names: ReadonlySet<unknown> = new Set([
  'correctRecord',
  'forget',
  'judgeInference',
  'answerQuestion',
  'recordExpectation',
]);

/** Reads a deed back; null where it is not one, or one of another version of the app. */
export function readDeed(text: string | null): Deed | null {
  const kept = readKept<Deed>(text);
  const isDeed = kept && names.has(kept.asked?.name) && typeof kept.target === 'string';
  return isDeed ? kept : null;
}
