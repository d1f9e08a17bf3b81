import type { Intent } from './intent.ts';

const VERSION = 1;

/** An intent as it is kept in storage: without what is true of one tab only. */
export const writeIntent = (intent: Intent): string =>
  JSON.stringify({ ...intent, version: VERSION, phase: undefined, mine: undefined, slow: undefined, after: undefined });

/** Reads it back; null where it is not one, or one of another version of the app. */
export function readIntent(text: string | null): Intent | null {
  const kept = parse(text);
  if (kept?.version !== VERSION || typeof kept.key !== 'string' || !Array.isArray(kept.items)) return null;
  return { ...(kept as Intent), phase: 'ready', mine: false, slow: false, after: 0 };
}

function parse(text: string | null): Partial<Intent & { version: number }> | null {
  try {
    return text === null ? null : (JSON.parse(text) as Partial<Intent & { version: number }> | null);
  } catch {
    return null;
  }
}
