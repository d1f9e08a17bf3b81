import { createStore, type StoreApi } from 'zustand/vanilla';
import { readIntent } from './kept.ts';
import { createEngine, type Engine } from './engine.ts';
import { fly } from './flight.ts';
import { grantsOn, type Intent, type IntentItem } from './intent.ts';
import { OWN, ownSession, type OwnSession } from './own-session.ts';
import type { Outside, Storage } from './ports.ts';
import { inForceHere } from './protection.ts';
import type { Circumstances } from './subject-by-rules.ts';
import type { Backend } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import { isGrant } from '#rules/options.ts';

/** This browser's own subject, with an engine of its own: what it turns off, it turns off for nobody else. */
export interface OwnSubject {
  readonly engine: Engine;
  readonly lasts: OwnSession['lasts'];
  /** What stands for this browser, as it was read last; null = not known yet. Confirmed presses since are the engine's. */
  readonly known: Pick<StoreApi<Choices | null>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Are there presses of a customer in this browser that wait for them to sign in? */
  readonly keepsForCustomer: () => boolean;
  /** Reads what stands now; whoever is signed in by then is noticed. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

interface Around {
  /** The outside of this engine: a scope of its own in storage, locks and messages. */
  readonly ports: Outside;
  readonly net: Pick<Backend, 'decide' | 'getChoices' | 'openSession'>;
  readonly circumstances: () => Promise<Circumstances>;
  /** The engine of customers, and where it keeps their clicks. */
  readonly customers: Pick<Engine, 'store' | 'standIn'>;
  readonly kept: Storage;
  readonly customerCame: () => void;
}

const nothing = (): void => {};

/** A queue lives so long (R7). */
const DAY = 24 * 60 * 60 * 1000;
/** After this time what is to be taken over is looked for again, where it could not be. */
const SOON = 5000;

/** One press, told apart from the customer's own: it is sent under this key, for another subject. */
const keyFor = (intent: Intent): string => `${intent.key}-here`;

/**
 * R8: what a customer turns off after their session ended is turned off for this browser's own subject at once, and stays
 * kept for them. A grant is never taken over. Taking the same click over twice is harmless: its key is the same.
 */
export function createOwnSubject({ ports, net, circumstances, customers, kept, customerCame }: Around): OwnSubject {
  const session = ownSession({
    net,
    circumstances,
    lock: ports.lock,
    customerCame: () => {
      engine.session(null);
      customerCame();
    },
    anotherBegan: () => {
      taken.clear();
      engine.session(`before ${OWN}`);
      engine.session(OWN);
    },
  });
  const known = createStore<Choices | null>(() => null);
  const learn = (choices: Choices): void => known.setState(choices, true);
  const engine = createEngine({ ...ports, net: session, confirmed: nothing, fresh: learn });
  const taken = new Set<string>();

  function takeOver(intent: Intent): void {
    const state = engine.store.getState();
    const key = keyFor(intent);
    if (state.intents.some((one) => one.key === key)) return;
    const isOff = ({ choice, value, options }: IntentItem): boolean => {
      const standing = inForceHere(state, state.stored[choice] ?? null, choice);
      return value === options[0] || (standing !== null && !isGrant({ options }, standing, value));
    };
    const items = intent.items
      .filter((item) => !grantsOn(intent, item.choice) && isOff(item))
      .map(({ choice, value, options }) => ({ choice, value, options }));
    if (items.length > 0) engine.intend(items, intent.surface ?? undefined, { key, at: intent.pressedAt });
  }

  /** Everything that customers turned off in this browser and that is not settled, in this page or in an earlier one. */
  const unsettled = (): readonly Intent[] => [
    ...customers.store.getState().intents,
    ...kept.names().flatMap((name) => readIntent(kept.get(name)) ?? []),
  ];

  /** Only once it is known that nobody is signed in: before the first answer a customer may well be. */
  function takeOverAll(): void {
    const { subject, signedIn } = engine.store.getState();
    if (subject !== OWN || !signedIn || customers.store.getState().signedIn) return;
    for (const intent of unsettled()) {
      if (taken.has(intent.key) || ports.now() - intent.pressedAt > DAY) continue;
      taken.add(intent.key);
      takeOver(intent);
    }
  }

  /** The customer's rows say what this browser has off, and since when. What only lives in the page is no such fact. */
  function tell(): void {
    const { stored } = engine.store.getState();
    const { signedIn, here, intents } = customers.store.getState();
    if (signedIn || session.lasts() === 'page') return;
    const off = intents.flatMap(({ items }) =>
      items.flatMap(({ choice, value, options }) => {
        const { decided = null, effective = '' } = stored[choice] ?? {};
        return decided && options.indexOf(effective) <= options.indexOf(value) ? [[choice, decided.at] as const] : [];
      }),
    );
    const next = Object.fromEntries(off);
    if (JSON.stringify(next) !== JSON.stringify(here)) customers.standIn(next);
  }

  const look = (): Promise<void> =>
    fly(ports.timer, {
      call: (options) => session.getChoices({}, options),
      landed(choices) {
        engine.base(choices);
        learn(choices);
        takeOverAll();
        tell();
      },
      lost({ code }) {
        // Where a customer is signed in there is nothing to be done here; where the way is broken it is tried again.
        if (code !== 'signed_out') again = ports.timer(SOON, () => void refresh());
      },
    });

  let looking: Promise<void> | null = null;
  let again = nothing;
  const refresh = (): Promise<void> => {
    again();
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };

  const ends = [
    engine.start(),
    engine.store.subscribe(tell),
    customers.store.subscribe(() => {
      const { signedIn, intents } = customers.store.getState();
      if (signedIn) return;
      if (!engine.store.getState().signedIn && intents.length > 0) void refresh();
      takeOverAll();
      tell();
    }),
    ports.page.listen((event) => void (event !== 'hidden' && event !== 'offline' && refresh())),
    () => again(),
  ];
  void refresh();
  return {
    engine,
    known,
    lasts: session.lasts,
    keepsForCustomer: () => unsettled().length > 0,
    refresh,
    stop: () => ends.forEach((end) => end()),
  };
}
