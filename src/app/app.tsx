import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { Backend } from '#backend/port.ts';
import type { Language } from '#contract/primitives.ts';
import { BackendProvider, useBackend } from '#data/backend-context.tsx';
import { onReturn } from '#data/on-return.ts';
import { refreshPersonal } from '#data/query-client.ts';
import { i18n } from '#i18n/i18n.ts';
import type { PageEngine } from '#intents/connect-engine.ts';
import { EngineProvider } from '#intents/use-intents.ts';
import { DocumentLooks } from './document-looks.tsx';
import { useTakeOver } from './early-presses.ts';
import { languageQuery } from './language.ts';
import { AppRoutes } from './routes.tsx';
import { Shell } from './shell.tsx';

interface Properties {
  readonly backend: Backend;
  readonly client: QueryClient;
  readonly engine: PageEngine;
  /** The language to ask for until it is known which ones the brand speaks. */
  readonly language: Language;
}

/**
 * The whole app over one backend, below a router. It is made once; everything that outlives a page is made before it.
 */
export function App({ backend, client, engine, language }: Properties) {
  useEffect(() => onReturn(window, () => void refreshPersonal(client)), [client]);
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <BackendProvider value={backend}>
          <EngineProvider value={engine}>
            <DocumentLooks />
            <Shell>
              <InTheirLanguage guess={language}>
                <AppRoutes />
              </InTheirLanguage>
            </Shell>
          </EngineProvider>
        </BackendProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** Shows nothing before it is settled in which language. */
function InTheirLanguage({ guess, children }: { readonly guess: Language; readonly children: ReactNode }) {
  useSuspenseQuery(languageQuery(useQueryClient(), useBackend(), guess));
  useTakeOver();
  return children;
}
