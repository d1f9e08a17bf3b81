import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import { BackendProvider } from '#data/backend-context.tsx';
import { PublicNotice } from '#features/overview/public-notice/route.tsx';
import { i18n } from '#i18n/i18n.ts';
import { stillEngine } from '#intents/still-engine.ts';
import { EngineProvider } from '#intents/use-intents.ts';
import { Shell } from './shell.tsx';

/** The page as the server draws it for somebody of whom nothing is known yet. */
export const PublicPage = ({ backend, client }: { readonly backend: Backend; readonly client: QueryClient }) => (
  <I18nProvider i18n={i18n}>
    <QueryClientProvider client={client}>
      <BackendProvider value={backend}>
        <EngineProvider value={stillEngine()}>
          <Shell>
            <PublicNotice />
          </Shell>
        </EngineProvider>
      </BackendProvider>
    </QueryClientProvider>
  </I18nProvider>
);
