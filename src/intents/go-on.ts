import { storageUnder } from './browser-ports.ts';
import type { PageEngine } from './connect-engine.ts';

/** Has an earlier page left deeds behind that it could not send? */
const isLeft = (): boolean =>
  storageUnder('evenhand/intents/')
    .names()
    .some((name) => name.includes('.deeds/'));

/** What an earlier page had under way goes on, whatever screen is open now. */
export async function goOn(engine: PageEngine): Promise<void> {
  if (!isLeft()) return;
  try {
    const { openDeeds } = await import('./open-deeds.ts');
    engine.deeds(openDeeds);
  } catch {
    // It stays kept: the next page goes on with it.
  }
}
