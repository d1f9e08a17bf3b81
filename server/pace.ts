import { BackendError } from '#backend/port.ts';
import { termsOfBrand, type Brands } from '#backend/published-brand.ts';
import type { ServicePorts } from '#backend/subject-service.ts';
import type { Subject, SubjectStore } from '#backend/subject-store.ts';
import { reachable } from '#backend/reachable.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Instant } from '#contract/primitives.ts';
import { stateOnShelf } from '#rules/effective.ts';
import { findTerms, shelve } from '#rules/shelf.ts';
import { isGrant } from '#rules/options.ts';
import { pacer, type Pace } from './pacer.ts';

/** How fast one customer can decide, and change what is held. */
export interface Paces {
  readonly decisions: Pace;
  readonly deeds: Pace;
}

/** So that every withdrawal, and every forgetting, is answered within 10 s (I1). */
export const defaultPaces: Paces = {
  decisions: { aMinute: 30, apart: 1_000, patience: 8_000 },
  deeds: { aMinute: 60, apart: 1_000, patience: 8_000 },
};

export interface PacePorts {
  readonly brands: Brands;
  readonly subjects: SubjectStore;
  readonly now: () => Instant;
}

const tooMany = (): BackendError =>
  new BackendError('too_many', 'Too many changes in a minute. Nothing was stored; wait and ask again.', {
    retryAfter: 10_000,
  });

/**
 * Paces customers who decide faster than a person presses. Above the pace a command that only turns things on is
 * answered `too_many`; one with a withdrawal in it is never refused: it waits its turn, one at a time.
 */
export function paced(ports: PacePorts, pace: Pace): NonNullable<ServicePorts['admit']> {
  const subjects = reachable(ports.subjects);
  const inPace = pacer(pace);

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

  return ({ subject, items, gpc }, take) => {
    const refuse = async (): Promise<void> => {
      if (await onlyGrants(subject, items, gpc)) throw tooMany();
    };
    return inPace(subject.id, refuse, take);
  };
}

/**
 * Paces customers who change what is held faster than a person presses. Above the pace they are answered `too_many`; a
 * forgetting is never refused: it waits its turn, one at a time.
 */
export function pacedDeeds(pace: Pace): NonNullable<ServicePorts['admitDeed']> {
  const inPace = pacer(pace);
  return (subject, kind, take) => {
    const refuse = (): Promise<void> => (kind === 'forget' ? Promise.resolve() : Promise.reject(tooMany()));
    return inPace(subject.id, refuse, take);
  };
}
