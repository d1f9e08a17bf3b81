import { hashKey, type QueryClient } from '@tanstack/react-query';
import { BackendError, type Backend } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import { foldAnswer, leavesGap, newer } from '#data/fold-answer.ts';
import { dropPersonal, isSignedOut, personal } from '#data/query-client.ts';
import { customerChoices } from '#data/customer-choices.ts';
import { choicesQuery } from '#data/use-choices.ts';
import { afterFrame } from './after-frame.ts';
import { browserPorts } from './browser-ports.ts';
import type { DeedsEngine } from './deeds-engine.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Page } from './open-deeds.ts';
import type { OwnSubject } from './own-subject.ts';

const sessionEnded = new BackendError('signed_out', 'The session ended.');

/** The engine of this page, and the way to what this browser decides while nobody is signed in. */
export interface PageEngine extends Engine {
  /** This browser's own subject. It comes late: no customer needs it while their session lasts. */
  readonly own: () => Promise<OwnSubject>;
  /** The engine of what is done beside choosing. It comes late, with the first screen that has use for it. */
  readonly deeds: (open: (page: Page) => DeedsEngine) => DeedsEngine;
}

/**
 * The engine of this page, joined to what the page has read: answers it gets enter the query cache, choices that queries
 * bring enter the engine, and it hears who is signed in. It runs from `begin` until `stop`.
 */
export function connectEngine(
  backend: Backend,
  client: QueryClient,
  brand: string,
): { engine: PageEngine; begin: () => void; stop: () => void } {
  const { queryKey } = choicesQuery(backend);
  const askAgain = (): void => void client.invalidateQueries({ queryKey });

  const engine = createEngine(
    browserPorts({
      name: brand,
      soon: afterFrame,
      net: { decide: backend.decide, getChoices: (_, options) => customerChoices(backend, options) },
      confirmed: ({ entry }) => {
        const known = client.getQueryData(queryKey);
        if (known === undefined) return askAgain();
        client.setQueryData(queryKey, foldAnswer(known, entry));
        if (leavesGap(known, entry)) askAgain();
      },
      fresh: (choices) => client.setQueryData(queryKey, (known) => (known ? newer(known, choices) : choices)),
    }),
  );

  let subject: Promise<OwnSubject> | null = null;
  /** Fetched when it is first needed; what did not come is asked for again. */
  async function own(): Promise<OwnSubject> {
    try {
      subject ??= import('./open-own-subject.ts').then(({ openOwnSubject }) =>
        openOwnSubject({ backend, client, brand, customers: engine }),
      );
      return await subject;
    } catch (cause) {
      subject = null;
      throw cause;
    }
  }

  let done: DeedsEngine | null = null;
  const deeds: PageEngine['deeds'] = (open) => (done ??= open({ backend, client, brand, customers: engine }));

  let customer: string | undefined;
  const arrived = (choices: Choices): void => {
    engine.base(choices);
    const another = customer !== undefined && choices.customer !== customer;
    customer = choices.customer;
    // Two customers share this browser: what was read for the first is not shown to the second.
    if (another) dropPersonal(client, { but: queryKey });
  };
  const ends: (() => unknown)[] = [() => void subject?.then(({ stop }) => stop()), () => done?.stop()];
  const begin = (): void => {
    ends.push(
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.query.queryKey[0] !== personal) return;
        const { action, query } = event;
        if (action.type === 'success' && query.queryHash === hashKey(queryKey)) arrived(query.state.data as Choices);
        if (action.type === 'error' && isSignedOut(action.error)) engine.session(null);
      }),
      // R8: what is turned off after the session ended is off for this browser's own subject at once.
      engine.store.subscribe(({ subject: whose, signedIn, intents }) => {
        if (signedIn) return;
        if (intents.length > 0) own().catch(() => undefined);
        // What was read before stands, and is said to be so; its customer is signed in no more.
        if (whose !== null) client.getQueryCache().find({ queryKey })?.setState({ error: sessionEnded });
      }),
      engine.start(),
    );
    const known = client.getQueryData(queryKey);
    if (known) arrived(known);
  };
  return { engine: { ...engine, own, deeds }, begin, stop: () => ends.forEach((end) => end()) };
}
