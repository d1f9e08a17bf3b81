import type { Intent, Unsettled } from './intent.ts';

const VERSION = 1;

/** As it is kept in storage: without what is true of one tab only. */
export const writeIntent = (intent: Unsettled): string =>
  JSON.stringify({ ...intent, version: VERSION, phase: undefined, mine: undefined, slow: undefined, after: undefined });

/** Reads a click back; null where it is not one, or one of another version of the app. */
export function readIntent(text: string | null): Intent | null {
  const kept = readKept(text) as Intent | null;
  return kept && Array.isArray(kept.items) ? { ...kept, after: 0 } : null;
}

/** Reads back what was kept; null where it is nothing of ours. What it is about is for the caller to look at. */
export function readKept(text: string | null): Unsettled | null {
  const kept = parse(text) as (Partial<Unsettled> & { readonly version?: number }) | null;
  if (kept?.version !== VERSION || typeof kept.key !== 'string') return null;
  return { ...(kept as Unsettled), phase: 'ready', mine: false, slow: false };
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
