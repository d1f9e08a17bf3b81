import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallOptions } from '#backend/port.ts';
import type { Asked, Deed, DeedAnswer, DeedInput, DeedName } from './deed.ts';
import { readDeed } from './deed-kept.ts';
import { type DeedEffect, type DeedEvent, type DeedsState, nothingDone } from './deeds-state.ts';
import { reduceDeeds } from './deeds-reducer.ts';
import type { Engine } from './engine.ts';
import { fly } from './flight.ts';
import { createKeeper } from './keeper.ts';
import type { Outside, PageEvent } from './ports.ts';
import { createTimers } from './timers.ts';

/** What the engine of deeds works with. */
export interface DeedPorts extends Outside {
  /** Has it done by the backend, under its key, for its customer. */
  readonly send: (deed: Deed, options: CallOptions) => Promise<DeedAnswer>;
  /** Who is signed in is known, and ended, in one place. */
  readonly customers: Pick<Engine, 'session'> & { readonly store: Pick<Engine['store'], 'getState' | 'subscribe'> };
  /** Something that is held has changed; null = another tab had it done. */
  readonly changed: (answer: DeedAnswer | null) => void;
}

/**
 * The engine of deeds that are no choices: it has them done with the same honesty. A screen runs, reads `deedStatus`, and
 * never waits. A deed has no base: it is sent until it is answered, and never taken for done before.
 */
export interface DeedsEngine {
  readonly store: Pick<StoreApi<DeedsState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly run: <K extends DeedName>(name: K, input: DeedInput<K>, target: string) => void;
  readonly again: (target: string) => void;
  readonly dismiss: (target: string) => void;
  readonly tryNow: () => void;
  readonly stop: () => void;
}

/** After this time nobody is asked any more about what was not sent. */
const FORGOTTEN = 30 * 24 * 60 * 60 * 1000;

/** Those that were too old to be sent are kept until they are asked again. */
const tooOld = ({ notes }: DeedsState): string[] =>
  Object.values(notes).flatMap((note) => (note.kind === 'refused' && note.reason === 'expired' ? [note.deed.key] : []));

/** Runs the reducer with real ports, from now on. It remembers nothing but what its state says. */
export function startDeeds(ports: DeedPorts): DeedsEngine {
  const { customers } = ports;
  const store = createStore<DeedsState>(() => ({ ...nothingDone, online: ports.page.isOnline() }));
  const { later, end } = createTimers(ports.timer);
  const keeper = createKeeper<Deed, DeedsState>(ports, {
    read: readDeed,
    alsoKept: tooOld,
    // Each tab asks the customer.
    shared: true,
    forgotten: FORGOTTEN,
    adopted: (kept) => dispatch({ type: 'adopted', kept }),
    gone: (key) => dispatch({ type: 'gone', key }),
  });

  function dispatch(event: DeedEvent): void {
    const before = store.getState();
    const { state, effects } = reduceDeeds(before, event, ports.now());
    keeper.mirror(before, state);
    store.setState(state, true);
    for (const effect of effects) carryOut(effect);
  }

  function carryOut(effect: DeedEffect): void {
    switch (effect.type) {
      case 'send':
        return send(effect.deed);
      case 'later':
        later(effect.ms, () => dispatch(effect.event));
        return;
      case 'changed':
        return ports.changed(effect.answer);
      case 'tell':
        return ports.channel.post({ subject: store.getState().subject });
      case 'let_go':
        return effect.keys.forEach(keeper.forget);
      case 'signed_out':
        return customers.session(null);
    }
  }

  function send(deed: Deed): void {
    const { key } = deed;
    const { subject, session } = store.getState();
    const from = { subject, session };
    void fly(later, {
      call: (options) => ports.send(deed, options),
      landed: (answer) => dispatch({ type: 'answered', key, answer, from, luck: ports.random() }),
      lost: (failure) => dispatch({ type: 'failed', key, failure, from, luck: ports.random() }),
    });
  }

  /** Looks through storage for deeds of this customer that are not known here. */
  function look(): void {
    const { subject } = store.getState();
    if (subject !== null) dispatch({ type: 'found', kept: keeper.read(subject) });
  }

  function hearCustomers(): void {
    const { subject, signedIn, session } = customers.store.getState();
    const known = store.getState();
    if (subject === known.subject && signedIn === known.signedIn && session === known.session) return;
    dispatch({ type: 'session', subject, signedIn, session });
    look();
  }

  function hearPage(event: PageEvent): void {
    if (event === 'online' || event === 'offline') dispatch({ type: 'online', online: event === 'online' });
    else dispatch({ type: event === 'hidden' ? 'hidden' : 'shown' });
    if (event !== 'hidden' && event !== 'offline') look();
  }

  function hearTab(message: unknown): void {
    const { subject } = Object(message) as { subject?: unknown };
    if (subject === store.getState().subject) look();
  }

  function act({ name, input }: Asked, target: string): void {
    // What another tab has under way on it comes first, and counts less.
    look();
    dispatch({ type: 'done', key: ports.newKey(), asked: { name, input } as Asked, target });
  }

  const ends = [ports.page.listen(hearPage), ports.channel.listen(hearTab), customers.store.subscribe(hearCustomers)];
  hearCustomers();

  return {
    store,
    run: (name, input, target) => act({ name, input } as Asked, target),
    again(target) {
      const note = store.getState().notes[target];
      if (note?.kind === 'refused') act(note.deed.asked, target);
    },
    dismiss: (target) => dispatch({ type: 'dismissed', target }),
    tryNow: () => dispatch({ type: 'nudged' }),
    stop() {
      for (const leave of ends) leave();
      end();
      keeper.letGo();
    },
  };
}
