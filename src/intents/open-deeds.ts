import type { QueryClient } from '@tanstack/react-query';
import type { Backend, CallOptions } from '#backend/port.ts';
import type { Output } from '#contract/contract.ts';
import { refreshAfterDeed } from '#data/after-deed.ts';
import { choicesQuery } from '#data/use-choices.ts';
import { expectationsQuery } from '#data/use-expectations.ts';
import { afterFrame } from './after-frame.ts';
import { browserOutside } from './browser-ports.ts';
import type { Deed, DeedAnswer, DeedInput, DeedName } from './deed.ts';
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
  /** As the backend calls its customer; one that cannot tell customers apart is told of none. */
  const added = ({ key, subject }: Deed): Added =>
    client.getQueryData(queryKey)?.customer === subject ? { key, customer: subject } : { key };
  return startDeeds({
    ...browserOutside({ name: `${brand}.deeds`, soon: afterFrame }),
    customers,
    send(deed, options) {
      const { name, input } = deed.asked;
      const call = calls[name] as Call;
      return new Promise((answer) => afterFrame(() => answer(call(backend, input, added(deed), options))));
    },
    changed(answer) {
      const { queryKey: expectations } = expectationsQuery(backend);
      if (answer && 'answers' in answer) {
        client.setQueryData(expectations, answer);
        return;
      }
      if (!answer) void client.invalidateQueries({ queryKey: expectations });
      void refreshAfterDeed(client);
    },
  });
}

/** What the engine adds to what a screen said. */
interface Added {
  readonly key: string;
  readonly customer?: string;
}

type Calls = {
  readonly [K in DeedName]: (
    backend: Backend,
    input: DeedInput<K>,
    added: Added,
    options: CallOptions,
  ) => Promise<Output<K>>;
};

const calls: Calls = {
  correctRecord: (backend, input, added, options) => backend.correctRecord({ ...input, ...added }, options),
  forget: (backend, input, added, options) => backend.forget({ ...input, ...added }, options),
  judgeInference: (backend, input, added, options) => backend.judgeInference({ ...input, ...added }, options),
  answerQuestion: (backend, input, added, options) => backend.answerQuestion({ ...input, ...added }, options),
  // It has no key: the last answer of a week is the one that stands.
  recordExpectation: (backend, input, { key: _key, ...added }, options) =>
    backend.recordExpectation({ ...input, ...added }, options),
};

type Call = (backend: Backend, input: unknown, added: Added, options: CallOptions) => Promise<DeedAnswer>;
