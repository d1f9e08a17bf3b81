import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import { foldAnswer, leavesGap, newer } from '#data/fold-answer.ts';
import { dropPersonal, isSignedOut, personal } from '#data/query-client.ts';
import { choicesQuery } from '#data/use-choices.ts';
import { browserPorts } from './browser-ports.ts';
import { createEngine, type Engine } from './engine.ts';

/**
 * The engine of this page, joined to what the page has read: answers it gets enter the query cache, choices that queries
 * bring enter the engine, and it hears who is signed in. Returns it running, and what stops it.
 */
export function connectEngine(
  backend: Backend,
  client: QueryClient,
  brand: string,
): { engine: Engine; stop: () => void } {
  const { queryKey } = choicesQuery(backend);
  const askAgain = (): void => void client.invalidateQueries({ queryKey });

  const engine = createEngine(
    browserPorts({
      name: brand,
      net: backend,
      confirmed: ({ entry }) => {
        const known = client.getQueryData(queryKey);
        if (known === undefined) return askAgain();
        client.setQueryData(queryKey, foldAnswer(known, entry));
        if (leavesGap(known, entry)) askAgain();
      },
      fresh: (choices) => client.setQueryData(queryKey, (known) => (known ? newer(known, choices) : choices)),
    }),
  );

  let customer: string | undefined;
  const arrived = (choices: Choices): void => {
    engine.base(choices);
    const another = customer !== undefined && choices.customer !== customer;
    customer = choices.customer;
    // Two customers share this browser: what was read for the first is not shown to the second.
    if (another) dropPersonal(client, { but: queryKey });
  };
  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] !== personal) return;
    const { action, query } = event;
    if (action.type === 'success' && query.queryHash === hashKey(queryKey)) arrived(query.state.data as Choices);
    if (action.type === 'error' && isSignedOut(action.error)) engine.session(null);
  });
  const stopEngine = engine.start();
  return {
    engine,
    stop: () => {
      unsubscribe();
      stopEngine();
    },
  };
}
