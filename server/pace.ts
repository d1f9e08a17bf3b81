import { setTimeout as sleep } from 'node:timers/promises';
import { BackendError } from '#backend/port.ts';
import { termsOfBrand, type Brands } from '#backend/published-brand.ts';
import type { ServicePorts } from '#backend/subject-service.ts';
import type { Subject, SubjectStore } from '#backend/subject-store.ts';
import { reachable } from '#backend/reachable.ts';
import { turns } from '#backend/turns.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Instant } from '#contract/primitives.ts';
import { stateOnShelf } from '#rules/effective.ts';
import { findTerms, shelve } from '#rules/shelf.ts';
import { isGrant } from '#rules/options.ts';

export interface Pace {
  /** Decisions of one customer that are taken as they come. */
  readonly aMinute: number;
  /** Milliseconds between withdrawals above that. */
  readonly apart: number;
  /** Milliseconds after which a withdrawal waits no longer, however many stand before it. */
  readonly patience: number;
}

/** So that every withdrawal is answered within 10 s (I1). */
export const defaultPace: Pace = { aMinute: 30, apart: 1_000, patience: 8_000 };

/** What one customer did lately: when decisions were taken at once, and when the last one was that had to wait. */
interface Lately {
  taken: number[];
  slowed: number;
}

export interface PacePorts {
  readonly brands: Brands;
  readonly subjects: SubjectStore;
  readonly now: () => Instant;
}

/**
 * Paces customers who decide faster than a person presses. Above the pace a command that only turns things on is
 * answered `too_many`; one with a withdrawal in it is never refused: it waits its turn, one at a time.
 */
export function paced(ports: PacePorts, pace: Pace = defaultPace): NonNullable<ServicePorts['admit']> {
  const subjects = reachable(ports.subjects);
  const inTurn = turns();
  const lately = new Map<string, Lately>();

  const latelyOf = ({ id }: Subject, now: number): Lately => {
    const known = lately.get(id) ?? { taken: [], slowed: 0 };
    // Set anew, so that the map stays in the order of last use and those long gone are found at its beginning.
    lately.delete(id);
    lately.set(id, known);
    for (const [other, { taken, slowed }] of lately) {
      if (now - Math.max(taken.at(-1) ?? 0, slowed) < 60_000 || other === id) break;
      lately.delete(other);
    }
    return known;
  };

  /** Takes a decision as it comes, or says that there were too many in the minute before. */
  const isTooFast = (of: Lately, now: number): boolean => {
    of.taken = of.taken.filter((time) => now - time < 60_000);
    // What was slowed does not count again, so that waiting out a minute always helps.
    return of.taken.length >= pace.aMinute || of.taken.push(now) === 0;
  };

  const onlyGrants = async (subject: Subject, items: readonly DecisionItem[], gpc: boolean): Promise<boolean> => {
    const served = await ports.brands.find(subject.brand);
    const loaded = await subjects.load(subject);
    if (!served || !loaded) return false;
    const shelf = shelve(termsOfBrand(served.brand), ports.now());
    return items.every(({ choice, value }) => {
      const found = findTerms(shelf, choice, value);
      return found !== null && isGrant(found.terms, stateOnShelf(choice, loaded.state, shelf, gpc).effective, value);
    });
  };

  return async ({ subject, items, gpc }, take) => {
    const arrived = performance.now();
    const of = latelyOf(subject, arrived);
    if (!isTooFast(of, arrived)) return take();
    if (await onlyGrants(subject, items, gpc)) {
      throw new BackendError('too_many', 'Too many changes in a minute. Nothing was stored; wait and ask again.', {
        retryAfter: 10_000,
      });
    }
    return inTurn(subject.id, async () => {
      const turn = Math.min(of.slowed + pace.apart, arrived + pace.patience);
      await sleep(Math.max(0, turn - performance.now()));
      of.slowed = performance.now();
      return take();
    });
  };
}
