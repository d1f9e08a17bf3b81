import { expect } from 'vitest';
import type { ChoiceState } from '#contract/choices.ts';
import type { DecisionItem, Seen } from '#contract/decisions.ts';
import { BackendError, type Backend } from '#backend/port.ts';
import { Excused } from './excused.ts';
import type { Ability, Browser, Open, Target } from './target.ts';
import { newWorld, type Reins } from './world.ts';

/** The capabilities that a backend answers for itself and that a case can depend on. */
const capabilityNames = [
  'receipts',
  'idempotency',
  'versions',
  'history',
  'overview',
  'browserSubject',
  'noticeChanges',
  'records',
  'correcting',
  'forgetting',
  'inferences',
  'activity',
  'benefits',
  'preview',
  'profile',
  'safety',
  'expectations',
] as const;
/** `our_brand`: it serves the suite's own brand, whose words the case knows. */
export type Need = Ability | (typeof capabilityNames)[number] | 'our_brand';

/** Somebody in front of a screen. */
interface Visitor {
  readonly browser: Browser;
  readonly backend: Backend;
}

/** A customer with a session. */
interface Customer extends Visitor {
  readonly persona: string;
}

/** A backend over a world of its own, for one case. */
export interface Room extends Reins {
  readonly target: Target;
  readonly can: (need: Need) => Promise<boolean>;
  /** A browser that nobody used before, at the first brand. */
  readonly visitor: () => Visitor;
  /** A customer of the first brand, in a new browser; without a name one that nobody has been before. */
  readonly customer: (persona?: string) => Promise<Customer>;
}

let customers = 0;

export const enter = async (open: Open): Promise<Room> => {
  const reins = await newWorld();
  const target = await open(reins.world);
  const [brand] = reins.world.brands;
  const visitor = (): Visitor => {
    const browser = target.browser();
    return { browser, backend: browser.at(brand) };
  };
  return {
    ...reins,
    target,
    visitor,
    async can(need) {
      if (need === 'our_brand') return target.foreign === undefined;
      const name = capabilityNames.find((one) => one === need);
      if (!name) return target.abilities.includes(need as Ability);
      return Boolean((await visitor().backend.getCapabilities({}))[name]);
    },
    async customer(persona = `fresh-${(customers += 1)}`) {
      const made = visitor();
      await made.backend.openSession({ demo: persona });
      return { ...made, persona };
    },
  };
};

/** Excuses a brand that has no uses of the same kind: for cases where it matters what the choice is. */
export const exactly = ({ target }: Room, ...choices: readonly string[]): void => target.foreign?.cast.exactly(choices);

/** One thing that a backend must do. */
export interface Case {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly run: (room: Room) => Promise<void>;
}

let keys = 0;

/** A key that no intent had before. */
export const newKey = (): string => `key-${(keys += 1).toString().padStart(16, '0')}`;

export const choiceOf = async (backend: Backend, choice: string): Promise<ChoiceState> => {
  const { choices } = await backend.getChoices({});
  const found = choices.find((one) => one.choice === choice);
  if (!found) throw new Error(`The backend does not list the choice "${choice}".`);
  return found;
};

/** What a screen that shows a choice would have seen now. */
export const seenNow = async (backend: Backend, choice: string): Promise<Seen> => {
  const { notice, choices } = await backend.getChoices({});
  return { seq: choices.find((one) => one.choice === choice)?.seq ?? 0, notice: notice.version };
};

export const decide = (backend: Backend, items: DecisionItem[], key = newKey()) => backend.decide({ key, items });

/** Grants what is on screen now. */
export const turnOn = async (backend: Backend, choice: string, more: Partial<DecisionItem> = {}) =>
  decide(backend, [{ choice, value: 'on', seen: await seenNow(backend, choice), ...more }]);

export const turnOff = (backend: Backend, choice: string) => decide(backend, [{ choice, value: 'off' }]);

/** The error that a call was refused with. A call that is not refused fails the case. */
export const refusal = async (call: Promise<unknown>): Promise<BackendError> => {
  const outcome = await call.then(
    (answer) => new Error(`answered instead of refusing: ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof Excused) throw outcome;
  expect(outcome).toBeInstanceOf(BackendError);
  return outcome as BackendError;
};

/** The code that a call was refused with. */
export const refusalCode = async (call: Promise<unknown>): Promise<BackendError['code']> => (await refusal(call)).code;

/** The whole log, newest first, page by page. */
export const logOf = async (backend: Backend, limit = 200) => {
  const entries = [];
  let cursor: string | undefined;
  do {
    const page = await backend.listDecisions(cursor === undefined ? { limit } : { limit, cursor });
    entries.push(...page.entries);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return entries;
};
