import { type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { App } from '#app/app.tsx';
import { basePath, belowBase } from '#app/base-path.ts';
import { lateRouteAt } from '#app/late-routes.tsx';
import { stateOf, type PageState } from '#app/page-state.ts';
import { PublicPage } from '#app/public-page.tsx';
import { routeReady } from '#app/routes.tsx';
import { servedStrings } from '#app/served.strings.ts';
import type { Backend } from '#backend/port.ts';
import { turns } from '#backend/turns.ts';
import { themeCss } from '#brand/apply-theme.ts';
import type { BrandId, Language } from '#contract/primitives.ts';
import { createQueryClient } from '#data/query-client.ts';
import { startQueries } from '#data/start-queries.ts';
import { capabilitiesQuery } from '#data/use-capabilities.ts';
import { catalogFor } from '#i18n/catalogs.ts';
import { activate, addWords, i18n } from '#i18n/i18n.ts';
import { directionOf } from '#i18n/language.ts';
import { nearestLanguage, wantedLanguage } from '#i18n/wanted-language.ts';
import { stillEngine } from '#intents/still-engine.ts';

/** A request for a page, as far as drawing it goes. */
export interface PageRequest {
  /** Bound to whoever asks. */
  readonly backend: Backend;
  readonly brand: BrandId;
  readonly address: URL;
  /** The request's `Cookie`: the chosen language is read from it, and nothing else. */
  readonly cookies: string;
  /** The request's `Accept-Language`. */
  readonly browser: string;
}

/** A page as text, and what a document needs to know of it. */
export interface DrawnPage {
  /** What stands inside the page's root. */
  readonly html: string;
  /** As HTML. */
  readonly title: string;
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** The brand's look as a style sheet; null where the brand's theme cannot be used. */
  readonly css: string | null;
  /** The folder in src/features that a later page is of; "" for the first page. */
  readonly feature: string;
  /** The source of the catalog that the page speaks by, from the project's folder. */
  readonly words: string;
  /** Its customer's choices are in it. */
  readonly personal: boolean;
  /** What it was drawn from, for the browser to go on with; without answers for a page about nobody. */
  readonly state: PageState;
  /** What a browser without JavaScript is told; the page about nobody says it itself. */
  readonly withoutScript: string | null;
  /** What is said when the app's script does not come, and the words of the link that tries again. */
  readonly notLoaded: { readonly said: string; readonly again: string };
}

/** Milliseconds that drawing may take: then a page drawn by the browser is the quicker one. */
const patience = 2_000;

const inTurn = turns();

/**
 * The page of an address as its customer sees it, with everything in it: what would come late in a browser is waited
 * for. Rejects with the `BackendError` of whatever could not be read, `signed_out` above all.
 */
export async function renderPage(request: PageRequest): Promise<DrawnPage> {
  const { backend, brand, address } = request;
  const { client, language } = await begin(request);
  await startQueries(client, backend, language);
  for (const { state } of client.getQueryCache().getAll()) if (state.error) throw state.error;
  return draw(request, client, language, {
    page: (
      <StaticRouter location={address.pathname + address.search} basename={basePath(address.pathname, brand)}>
        <App backend={backend} client={client} engine={stillEngine()} language={language} />
      </StaticRouter>
    ),
    personal: true,
  });
}

/** What is collected and why, for whoever asks: nothing in it depends on who that is. */
export async function renderPublicPage(request: PageRequest): Promise<DrawnPage> {
  const { backend, brand, address } = request;
  const { client, language } = await begin(request);
  return draw(request, client, language, {
    page: (
      <StaticRouter location={address.pathname + address.search} basename={basePath(address.pathname, brand)}>
        <PublicPage backend={backend} client={client} />
      </StaticRouter>
    ),
    personal: false,
  });
}

async function begin({ backend, ...hints }: PageRequest): Promise<{ client: QueryClient; language: Language }> {
  const client = createQueryClient();
  const { queries } = client.getDefaultOptions();
  client.setDefaultOptions({ queries: { ...queries, retry: false } });
  const { brand } = await client.fetchQuery(capabilitiesQuery(backend));
  return { client, language: nearestLanguage(wantedLanguage(hints), brand.languages) };
}

/** The whole app speaks one language at a time, so pages are drawn one at a time: it is all work of one processor. */
const draw = (
  { backend, brand, address }: PageRequest,
  client: QueryClient,
  language: Language,
  { page, personal }: { readonly page: ReactNode; readonly personal: boolean },
): Promise<DrawnPage> =>
  inTurn('page', async () => {
    await activate(language);
    await addWords('served');
    if (personal) await routeReady(belowBase(address.pathname, brand));
    else await Promise.all([addWords('card'), addWords('visitor')]);
    const text = await toText(page);
    const [hoisted = '', title = ''] = /^<title>([^<]*)<\/title>/.exec(text) ?? [];
    const { brand: face } = await client.fetchQuery(capabilitiesQuery(backend));
    return {
      html: text.slice(hoisted.length),
      title,
      language,
      direction: directionOf(language),
      css: themeCss(face.theme),
      feature: lateRouteAt(belowBase(address.pathname, brand))?.feature ?? '',
      words: `src/i18n/locales/${catalogFor(language)}/page.po`,
      personal,
      state: personal ? stateOf(client, brand, language) : { brand, language, answers: [] },
      withoutScript: personal ? i18n._(servedStrings.switchesNeedScript) : null,
      notLoaded: { said: i18n._(servedStrings.notLoaded), again: i18n._(servedStrings.loadAgain) },
    };
  });

async function toText(page: ReactNode): Promise<string> {
  let failure: unknown = null;
  const stream = await renderToReadableStream(page, {
    // Nothing is sent before all is there, so nothing need be put in its place by a script afterwards.
    progressiveChunkSize: Infinity,
    signal: AbortSignal.timeout(patience),
    onError: (error) => void (failure ??= error),
  });
  await stream.allReady;
  if (failure !== null) throw failure;
  return new Response(stream).text();
}
