import type { QueryClient } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import { dropPersonal } from '#data/query-client.ts';
import { choicesQuery } from '#data/use-choices.ts';
import { capabilitiesQuery } from '#data/use-capabilities.ts';
import { termsOf } from '#rules/terms-of.ts';
import { browserOutside, storageUnder } from './browser-ports.ts';
import type { Engine } from './engine.ts';
import { createOwnSubject, type OwnSubject } from './own-subject.ts';

interface Given {
  readonly backend: Backend;
  readonly client: QueryClient;
  readonly brand: string;
  readonly customers: Engine;
}

/** Does the browser ask sites not to sell or share? What it says on each call is the server's to hear. */
const signal = (): boolean => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;

/** The notice on screen, in whatever language: what decisions depend on is the same in each. */
const noticeHere = (backend: Backend, client: QueryClient): Promise<PublishedNotice> => {
  const [known] = client.getQueriesData<PublishedNotice>({ queryKey: ['notice'] }).flatMap(([, data]) => data ?? []);
  return known ? Promise.resolve(known) : backend.getNotice({ version: 'current' });
};

/** This browser's own subject in a real page, in a scope of its own beside that of customers. */
export async function openOwnSubject({ backend, client, brand, customers }: Given): Promise<OwnSubject> {
  return createOwnSubject({
    ports: browserOutside({ name: `${brand}.own` }),
    net: backend,
    async circumstances() {
      const [published, { brand: face }] = await Promise.all([
        noticeHere(backend, client),
        client.ensureQueryData(capabilitiesQuery(backend)),
      ]);
      return { terms: termsOf(published, face.zone), gpc: signal(), now: () => Date.now() };
    },
    customers,
    kept: storageUnder(`evenhand/intents/${brand}/`),
    // Whoever reads this page from now on is that customer: what was read before was this browser's.
    customerCame: () => {
      dropPersonal(client);
      void client.prefetchQuery(choicesQuery(backend));
    },
  });
}
