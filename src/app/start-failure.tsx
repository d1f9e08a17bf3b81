import { I18nProvider } from '@lingui/react';
import type { ReactElement } from 'react';
import { activate, i18n } from '#i18n/i18n.ts';
import { ErrorPage } from './error-page.tsx';
import { languageHere } from './language.ts';

/** What is drawn where the app could not even begin: the same words as for a page that fails, with nothing around. */
export async function startFailure(error: unknown, address: URL): Promise<ReactElement> {
  await activate(languageHere(address));
  return (
    <I18nProvider i18n={i18n}>
      <main className="page">
        <ErrorPage error={error} retry={() => window.location.reload()} signInUrl={null} />
      </main>
    </I18nProvider>
  );
}
