import type { ReactElement } from 'react';
import type { Backend } from '#backend/port.ts';
import type { BrandId, Language } from '#contract/primitives.ts';
import { createQueryClient } from '#data/query-client.ts';
import { startQueries } from '#data/start-queries.ts';
import { activate } from '#i18n/i18n.ts';
import { connectEngine } from '#intents/connect-engine.ts';
import { App } from './app.tsx';

/**
 * Everything that must be under way before anything is drawn: the first questions to the backend, the engine, the words.
 * Gives the app to draw, and what ends what it began.
 */
export async function prepareApp(
  backend: Backend,
  brand: BrandId,
  language: Language,
): Promise<{ app: ReactElement; stop: () => void }> {
  const client = createQueryClient();
  const { engine, stop } = connectEngine(backend, client, brand);
  startQueries(client, backend, language);
  await activate(language);
  return {
    app: <App backend={backend} client={client} engine={engine} brand={brand} language={language} />,
    stop: () => {
      stop();
      client.clear();
    },
  };
}
