import { configure } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import { prepareApp } from '#app/prepare-app.tsx';
import { httpBackend } from '#backend/http/http-backend.ts';
import { backendWithin } from '#mocks/open-mock.ts';
import { scenarioNamed } from '#mocks/scenarios/all.ts';
import { createWorld, type World } from '#mocks/world.ts';

// The app runs as in a browser: nothing waits for a test to let it go on.
configure({
  eventWrapper: (happen) => happen(),
  asyncWrapper: (wait) => wait(),
  unstable_advanceTimersWrapper: (advance) => advance(),
});

interface Rendering {
  readonly scenario?: string;
  /** The address to open, with or without the brand. */
  readonly path?: string;
  readonly persona?: string;
  /** A world that is already there: the same customer in a second tab. */
  readonly world?: World;
}

interface Rendered {
  readonly world: World;
  readonly user: UserEvent;
  /** Closes this page as a tab is closed; the world goes on. */
  readonly close: () => void;
}

/** The network between a page and its world. A request that does not get through fails as the browser's fetch does. */
const fetchIn =
  ({ handler }: World) =>
  async (url: string, init: RequestInit): Promise<Response> => {
    const { promise: givenUp, reject } = Promise.withResolvers<never>();
    init.signal?.addEventListener('abort', () => reject(new DOMException('Given up.', 'AbortError')));
    const request = new Request(new URL(url, window.location.origin), init);
    const response = await Promise.race([handler(request), givenUp]);
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };

/** Opens the real app, from its address to its last part, in the world of a scenario. */
export async function renderApp({
  scenario = 'default',
  path = '/',
  persona,
  world,
}: Rendering = {}): Promise<Rendered> {
  const named = scenarioNamed(scenario);
  const here = world ?? (await createWorld(persona === undefined ? named : { ...named, persona }));
  const { brand, backend: kind, language } = here.scenario;
  window.history.replaceState(null, '', path);
  const backend =
    kind === 'http' ? httpBackend({ baseUrl: '', brand, fetch: fetchIn(here) }) : await backendWithin(here);
  const { app, stop } = await prepareApp(backend, brand, language);
  const container = document.body.appendChild(document.createElement('div'));
  // What a boundary catches is on the page, where a test can see it.
  const root = createRoot(container, { onCaughtError: () => {} });
  root.render(app);
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    root.unmount();
    stop();
    container.remove();
  };
  onTestFinished(() => {
    close();
    localStorage.clear();
    here.connection.set(true);
  });
  return { world: here, user: userEvent.setup(), close };
}
