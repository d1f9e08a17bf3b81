import type { QueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { BrowserRouter } from 'react-router';
import type { Backend } from '#backend/port.ts';
import type { BrandId, Language } from '#contract/primitives.ts';
import { createQueryClient, isSignedOut } from '#data/query-client.ts';
import { startQueries } from '#data/start-queries.ts';
import { choicesQuery } from '#data/use-choices.ts';
import { activate } from '#i18n/i18n.ts';
import { warmUp } from '#i18n/warm-up.ts';
import { connectEngine, type PageEngine } from '#intents/connect-engine.ts';
import { ownQuery } from '#intents/own-query.ts';
import { App } from './app.tsx';
import { basePath, belowBase } from './base-path.ts';
import { atTakeOver } from './early-presses.ts';
import { visitorReady } from './error-page.tsx';
import { languageQuery } from './language.ts';
import type { PageState } from './page-state.ts';
import { routeReady } from './routes.tsx';
import { turn } from './turn.ts';

/** The app, ready to be drawn. */
interface Prepared {
  readonly app: ReactElement;
  /** Resolves when the first page's questions are answered, one way or the other, and all that is in it has come. */
  readonly ready: () => Promise<void>;
  /** Ends what was begun. */
  readonly stop: () => void;
}

/**
 * Everything that must be under way before anything is drawn: the first questions to the backend, the engine, the words.
 * Where the server drew the page, `state` is what it knew, and nothing is asked.
 */
export async function prepareApp(
  backend: Backend,
  brand: BrandId,
  language: Language,
  state: PageState | null = null,
): Promise<Prepared> {
  const client = createQueryClient();
  const { engine, begin, stop } = connectEngine(backend, client, brand);
  if (state) atTakeOver(begin);
  else begin();
  const { pathname } = window.location;
  const answered = state ? takeIn(client, state) : startQueries(client, backend, language);
  await activate(language);
  if (state) await readyToTakeOver(belowBase(pathname, brand));
  return {
    app: (
      <BrowserRouter basename={basePath(pathname, brand)}>
        <App backend={backend} client={client} engine={engine} language={language} />
      </BrowserRouter>
    ),
    ready: async () => {
      await answered;
      await client.prefetchQuery(languageQuery(client, backend, language));
      if (isSignedOut(client.getQueryState(choicesQuery(backend).queryKey)?.error)) await readyToVisit(client, engine);
    },
    stop: () => {
      stop();
      client.clear();
    },
  };
}

async function takeIn(client: QueryClient, { answers }: PageState): Promise<void> {
  for (const [key, answer] of answers) client.setQueryData(key, answer);
}

/** The page of somebody who is not signed in is drawn at once as it stays: what comes to it later would push it about. */
async function readyToVisit(client: QueryClient, engine: PageEngine): Promise<void> {
  await Promise.all([visitorReady(), client.prefetchQuery(ownQuery(engine))]);
  await client.getQueryData(ownQuery(engine).queryKey)?.refresh();
}

/** A page that was drawn with a part of it open cannot be taken over before that part is here. */
async function readyToTakeOver(pathname: string): Promise<void> {
  for (const piece of warmUp()) {
    await turn();
    piece();
  }
  await routeReady(pathname);
  await turn();
}
