import type { QueryClient } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import { refreshAfterDeed } from '#data/after-deed.ts';
import { choicesQuery } from '#data/use-choices.ts';
import { expectationsQuery } from '#data/use-expectations.ts';
import { afterFrame } from './after-frame.ts';
import { browserOutside } from './browser-ports.ts';
import type { Deed, DeedAnswer } from './deed.ts';
import { type DeedsEngine, startDeeds } from './deeds-engine.ts';
import type { Engine } from './engine.ts';

/** What a page has that its deeds need. */
export interface Page {
  readonly backend: Backend;
  readonly client: QueryClient;
  readonly brand: string;
  readonly customers: Engine;
}

/** The engine of deeds in a real page, in a scope of its own beside that of choices. */
export function openDeeds({ backend, client, brand, customers }: Page): DeedsEngine {
  const { queryKey } = choicesQuery(backend);
  /** As the backend calls them; a backend that cannot tell one customer from another is told of none. */
  const whose = ({ subject }: Deed): { readonly customer?: string } =>
    client.getQueryData(queryKey)?.customer === subject ? { customer: subject } : {};
  return startDeeds({
    ...browserOutside({ name: `${brand}.deeds`, soon: afterFrame }),
    customers,
    send: (deed, options) =>
      new Promise((answer) => afterFrame(() => answer(callFor(backend, deed, whose(deed), options)))),
    changed(answer) {
      const { queryKey: expectations } = expectationsQuery(backend);
      if (answer && 'answers' in answer) return void client.setQueryData(expectations, answer);
      if (!answer) void client.invalidateQueries({ queryKey: expectations });
      void refreshAfterDeed(client);
    },
  });
}

type Whose = { readonly customer?: string };

/** The call of the contract that a deed is. An answer to "Did you expect this?" has no key: the last one stands. */
function callFor(
  backend: Backend,
  { key, asked: { name, input } }: Deed,
  whose: Whose,
  options: Parameters<Backend['forget']>[1],
): Promise<DeedAnswer> {
  switch (name) {
    case 'correctRecord':
      return backend.correctRecord({ ...input, ...whose, key }, options);
    case 'forget':
      return backend.forget({ ...input, ...whose, key }, options);
    case 'judgeInference':
      return backend.judgeInference({ ...input, ...whose, key }, options);
    case 'answerQuestion':
      return backend.answerQuestion({ ...input, ...whose, key }, options);
    case 'recordExpectation':
      return backend.recordExpectation({ ...input, ...whose }, options);
  }
}
