import type { DemoCustomer, Holder } from '#backend/published-brand.ts';
import type { SubjectStore } from '#backend/subject-store.ts';
import type { Holdings } from '#rules/holdings.ts';
import { signIn } from './brand-keys.ts';
import type { World } from './target.ts';
import { START, testEdition } from './test-brand.ts';
import { testHoldings } from './test-holdings.ts';
import { testExperience } from './test-shop.ts';

/** Nothing is written and it fails; it is written and it fails: the two ways in which an outcome is unknown. */
type Fault = 'before_writing' | 'after_writing';

/** A world and what a case can do to it. */
export interface Reins {
  readonly world: World;
  /** Moves the clock on, in milliseconds. */
  readonly advance: (ms: number) => void;
  /** The next write of a decision fails. */
  readonly failNext: (fault: Fault) => void;
}

/** What personas named "life-…" decided before the test began. */
export const pastOfLife: DemoCustomer['decisions'] = [
  { at: '2026-02-01T09:00:00.000Z', by: 'customer', items: [{ choice: 'purchases.recommendations', value: 'on' }] },
  { at: '2026-05-03T09:30:00.000Z', by: 'customer', items: [{ choice: 'health.advice', value: 'on' }] },
  { at: '2026-08-09T18:00:00.000Z', by: 'gpc', items: [{ choice: 'browsing.ads', value: 'off' }] },
];

/** Personas: "fresh-…" have decided nothing, "life-…" have a past, and what is held about "broken-…" cannot be read. */
const holder: Holder = {
  async demo(persona) {
    if (!/^(fresh|life|broken)-/.test(persona)) return null;
    return {
      name: 'Robin',
      decisions: persona.startsWith('life-') ? pastOfLife : [],
      get holdings(): Holdings {
        if (persona.startsWith('broken-')) throw new TypeError('what is held cannot be read');
        return testHoldings;
      },
    };
  },
  experience: testExperience,
};

export const newWorld = async (sessionLasts = 3_600_000): Promise<Reins> => {
  let clock = Date.parse(START);
  let pending: Fault | null = null;
  const faulty = (store: SubjectStore): SubjectStore => ({
    ...store,
    async append(write) {
      const fault = pending;
      pending = null;
      if (fault === 'before_writing') throw new Error('the disk is full');
      const appended = await store.append(write);
      if (fault === 'after_writing') throw new Error('the connection was cut');
      return appended;
    },
  });
  return {
    world: {
      brands: ['test-brand', 'other-brand'],
      editions: [
        { ...(await testEdition('test-brand', 1)), signIn },
        { ...(await testEdition('other-brand', 1)), signIn },
      ],
      holder,
      now: () => new Date(clock).toISOString(),
      sessionLasts,
      faulty,
    },
    advance(ms) {
      clock += ms;
    },
    failNext(fault) {
      pending = fault;
    },
  };
};
