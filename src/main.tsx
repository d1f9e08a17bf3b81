import { startTransition, type ReactElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { tellFault } from '#app/faults.ts';
import { languageHere } from '#app/language.ts';
import { takeState, type PageState } from '#app/page-state.ts';
import { prepareApp } from '#app/prepare-app.tsx';
import { startFailure } from '#app/start-failure.tsx';
import { turn } from '#app/turn.ts';
import { httpBackend } from '#backend/http/http-backend.ts';
import { openBackend, parseConfig } from '#backend/open-backend.ts';
import { BackendError, type Backend } from '#backend/port.ts';
import type { BackendConfig } from '#contract/backend-config.ts';
import type { BrandId, Language } from '#contract/primitives.ts';
import '#app/app.css';

interface Opened {
  readonly backend: Backend;
  readonly brand: BrandId;
  readonly language: Language;
}

async function readConfig(): Promise<BackendConfig> {
  try {
    const answer = await fetch('/evenhand.json');
    if (answer.ok) return parseConfig(await answer.json());
  } catch (cause) {
    if (cause instanceof TypeError)
      throw new BackendError('offline', '/evenhand.json could not be reached.', { cause });
    throw cause;
  }
  throw new BackendError(
    'busy',
    '/evenhand.json was not answered. Start the server, or put the file beside index.html.',
  );
}

/** The backend that "/evenhand.json" names. Without a server it lives in this browser, with the brand's own files. */
async function openConfigured(address: URL): Promise<Opened> {
  const config = await readConfig();
  let personas: readonly string[] = [];
  const backend = await openBackend(config, async (brand) => {
    const { readBrand, serveBrand } = await import('#brands/in-browser.ts');
    const authored = await readBrand(brand);
    personas = authored.demo?.personas ?? [];
    return serveBrand(authored, new Date().toISOString());
  });
  // Without a server there is nobody to sign in with: a demo brand shows its first customer, or the one asked for.
  const demo = address.searchParams.get('persona') ?? personas[0];
  if (config.backend === 'memory' && demo !== undefined) await backend.openSession({ demo });
  return { backend, brand: config.brand, language: languageHere(address) };
}

/** The scenario that the address asks for, behind the production handler. The product's build has none of it. */
async function openScenario(address: URL): Promise<Opened> {
  const { openMock } = await import('#mocks/browser.ts');
  const { backend, world } = await openMock(address);
  const { brand, language } = world.scenario;
  return { backend, brand, language };
}

/** What says so where the address itself is the mistake. The product's addresses ask for no scenario. */
async function wrongAddress(error: unknown, address: URL): Promise<ReactElement | null> {
  if (import.meta.env.MODE === 'production') return null;
  return (await import('#mocks/wrong-address-page.tsx')).wrongAddressPage(error, address);
}

/** Takes over a page that the server drew: what is on screen stays as it is. */
async function takeOver(root: Element, state: PageState): Promise<void> {
  const { app } = await prepareApp(backendAt(state), state.brand, state.language, state);
  // Taken over in pieces, so that scrolling and pressing never wait for it.
  startTransition(() => void hydrateRoot(root, app, { onCaughtError: tellFault }));
}

/** Draws the page here. What the server drew of nobody in particular stays until all is known, or has failed. */
async function draw(root: Element, address: URL, state: PageState | null): Promise<void> {
  const drawn = createRoot(root, { onCaughtError: tellFault });
  try {
    const { backend, brand, language } = await (state
      ? { ...state, backend: backendAt(state) }
      : import.meta.env.MODE === 'production'
        ? openConfigured(address)
        : openScenario(address));
    const { app, ready } = await prepareApp(backend, brand, language);
    if (state) await ready();
    drawn.render(app);
  } catch (error) {
    drawn.render((await wrongAddress(error, address)) ?? (await startFailure(error, address)));
    reportError(error);
  }
}

const backendAt = ({ brand }: PageState): Backend => httpBackend({ baseUrl: '', brand });

// Nothing is awaited outside of a function: what is loaded later imports from this very file, and would wait for it.
async function start(): Promise<void> {
  // Running the script was one piece of work.
  await turn();
  const address = new URL(window.location.href);
  const theme = address.searchParams.get('theme');
  if (theme !== null) document.documentElement.dataset['theme'] = theme;
  const root = document.querySelector('#root') as Element;
  const state = takeState(document);
  if (state) await turn();
  await (state && state.answers.length > 0 ? takeOver(root, state) : draw(root, address, state));
}

void start().catch((error: unknown) => {
  // A part of the app did not come: a page that the server drew stays as it was sent, and says so.
  globalThis.earlyPresses?.(true);
  throw error;
});
