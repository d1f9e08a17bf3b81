import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Choices } from '#contract/choices.ts';
import type { Command, Seen } from '#contract/decisions.ts';
import { type EngineState, nothingYet } from './engine-state.ts';
import type { Effect, EngineEvent } from './event.ts';
import { fly } from './flight.ts';
import type { Intent, IntentItem } from './intent.ts';
import { createKeeper } from './keeper.ts';
import { readIntent } from './kept.ts';
import type { PageEvent, Ports } from './ports.ts';
import { reduce } from './reducer.ts';
import { refusedKeys } from './settle.ts';
import { createTimers } from './timers.ts';

/**
 * The write engine: every change that a customer makes goes through it. A screen presses, reads `choiceView`, and never
 * waits: sending, retrying, other tabs, the end of a session and the closing of the page are dealt with here.
 *
 * ```ts
 * const engine = createEngine(browserPorts({ backend, brand, confirmed, fresh }));   // app, once
 * const stop = engine.start();                   // listens to the page and to other tabs
 * engine.base(choices);                          // data: every fresh Choices that a query brought, before it is shown
 * engine.session(null);                          // data: a call was answered "signed out"
 *
 * const state = useStore(engine.store);          // feature: the overlay
 * const view = choiceView(state, choices.choices.find((one) => one.choice === id), id);
 * const seen = { seq: view.stored.seq, notice: choices.notice.version };   // what is on screen
 * engine.intend([{ choice: id, value: 'off', seen, options: ['off', 'on'] }], 'center/overview');
 * engine.again(id, seen);                        // [Turn on] under "This changed on another device"
 * engine.dismiss(id);                            // [Keep off], or the note of a refusal was read
 * engine.tryNow();                               // [Try now]
 * ```
 */
export interface Engine {
  readonly store: Pick<StoreApi<EngineState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** A press. All items are one command and at most one entry. A withdrawal is never dropped as "no change". */
  readonly intend: (items: readonly IntentItem[], surface?: string, earlier?: Earlier) => void;
  /** Asks once more for what a question or a refusal named, on what is on screen now. */
  readonly again: (choice: string, seen: Seen) => void;
  /** Puts the question or the note of a choice away. What is stored stands. */
  readonly dismiss: (choice: string) => void;
  /** Sends what waits for its next try, now. */
  readonly tryNow: () => void;
  /**
   * Takes in choices that the backend has just confirmed. Older ones than those known change nothing. Their `customer`
   * says who is signed in: clicks kept for this customer are sent; those of another are neither shown nor sent.
   */
  readonly base: (choices: Choices) => void;
  /** Says that the session has ended (null), or whose it is where that is known before any choices are. */
  readonly session: (subject: string | null) => void;
  /** While the session is over: what this browser's own subject has off, and since when, by choice. */
  readonly standIn: (here: EngineState['here']) => void;
  /** Begins to listen; returns what ends it. Flights in the air go on. */
  readonly start: () => () => void;
}

/** A press that was made before, under a key that it has already. */
interface Earlier {
  readonly key: string;
  readonly at: number;
}

/** After this time nobody sends a kept click any more, whoever it belonged to. */
const FORGOTTEN = 25 * 60 * 60 * 1000;

/** Runs the reducer with real ports. It remembers nothing but what its state says. */
export function createEngine(ports: Ports): Engine {
  const store = createStore<EngineState>(() => ({ ...nothingYet, online: ports.page.isOnline() }));
  const keeper = createKeeper<Intent, EngineState>(ports, {
    read: readIntent,
    alsoKept: refusedKeys,
    shared: false,
    forgotten: FORGOTTEN,
    adopted: (kept) => dispatch({ type: 'adopted', kept }),
    gone: (key) => dispatch({ type: 'gone', key }),
  });
  const { later, end } = createTimers(ports.timer);
  /** Whose choices are on screen, as the backend calls them: a press on them is of nobody else. */
  let whose: Pick<Command, 'customer'> = {};

  function dispatch(event: EngineEvent): void {
    const before = store.getState();
    const { state, effects } = reduce(before, event, ports.now());
    keeper.mirror(before, state);
    store.setState(state, true);
    for (const effect of effects) run(effect);
  }

  function run(effect: Effect): void {
    switch (effect.type) {
      case 'send':
        return send(effect.intent);
      case 'refetch':
        return refetch(effect.refetch);
      case 'later':
        later(effect.ms, () => dispatch(effect.event));
        return;
      case 'tell':
        return ports.channel.post({ subject: store.getState().subject, seqs: effect.seqs });
      case 'confirm':
        return ports.confirmed(effect.answer);
    }
  }

  function send(intent: Intent): void {
    const { key } = intent;
    const from = sender();
    void fly(later, {
      call: (options) => ports.net.decide({ ...commandOf(intent), ...whose, key }, options),
      landed: (answer) => dispatch({ type: 'answered', key, answer, from, luck: ports.random() }),
      lost: (failure) => dispatch({ type: 'failed', key, failure, from, luck: ports.random() }),
    });
  }

  function refetch(number: number): void {
    const from = sender();
    void fly(later, {
      call: (options) => ports.net.getChoices({}, options),
      landed: (choices) => {
        if (from.subject !== store.getState().subject) return;
        ports.fresh(choices);
        takeIn(choices, number);
      },
      lost: ({ code }) => dispatch({ type: 'base_failed', code, refetch: number, from, luck: ports.random() }),
    });
  }

  /** Whose choices they are says who is signed in. A backend that cannot tell is taken to speak of nobody known. */
  function takeIn(choices: Choices, number: number | null): void {
    const { subject, signedIn, asOf } = store.getState();
    const customer = choices.customer ?? (signedIn && subject !== null ? subject : ports.newKey());
    // What was asked for the customer before may come back late.
    if (customer !== subject && choices.asOf < asOf) return;
    whose = choices.customer === undefined ? {} : { customer: choices.customer };
    if (customer !== subject || !signedIn) session(customer);
    dispatch({ type: 'based', choices, refetch: number, from: sender() });
  }

  function session(subject: string | null): void {
    const changed = subject !== null && subject !== store.getState().subject;
    dispatch({ type: 'session', subject });
    if (changed) ports.channel.post({ subject, seqs: {} });
    look();
  }

  const sender = () => ({ subject: store.getState().subject, session: store.getState().session });

  /** Looks through storage for clicks of this customer that are not known here. */
  function look(): void {
    const { subject } = store.getState();
    if (subject !== null) dispatch({ type: 'found', kept: keeper.read(subject) });
  }

  function hearPage(event: PageEvent): void {
    if (event === 'online' || event === 'offline') dispatch({ type: 'online', online: event === 'online' });
    else if (event === 'hidden') dispatch({ type: 'hidden' });
    else dispatch({ type: 'shown', restored: event === 'restored' });
    if (event !== 'hidden' && event !== 'offline') look();
  }

  function hearTab(message: unknown): void {
    const { subject, seqs } = Object(message) as { subject?: unknown; seqs?: Record<string, number> };
    const ours = store.getState().subject;
    if (typeof subject !== 'string' || ours === null) return;
    if (subject !== ours) return dispatch({ type: 'contested' });
    look();
    dispatch({ type: 'hinted', seqs: seqs ?? {} });
  }

  const press = (items: readonly IntentItem[], surface?: string, earlier?: Earlier): void => {
    const key = earlier?.key ?? ports.newKey();
    dispatch({ type: 'pressed', key, items, surface: surface ?? null, ...(earlier && { pressedAt: earlier.at }) });
  };

  return {
    store,
    intend: press,
    again(choice, seen) {
      const note = store.getState().notes[choice];
      if (note && note.kind !== 'saved') press([{ ...note.item, seen }]);
    },
    dismiss: (choice) => dispatch({ type: 'dismissed', choice }),
    tryNow: () => dispatch({ type: 'nudged' }),
    base: (choices) => takeIn(choices, null),
    session,
    standIn: (here) => dispatch({ type: 'stood_in', here }),
    start() {
      const ends = [ports.page.listen(hearPage), ports.channel.listen(hearTab)];
      // What the browser said before anybody listened.
      dispatch({ type: 'online', online: ports.page.isOnline() });
      look();
      return () => {
        for (const leave of ends) leave();
        end();
        keeper.letGo();
      };
    },
  };
}

function commandOf(intent: Intent): Command {
  const items = intent.items.map(({ options: _options, ...item }) => item);
  const clientTime = new Date(intent.pressedAt).toISOString();
  return intent.surface === null ? { items, clientTime } : { items, clientTime, surface: intent.surface };
}
