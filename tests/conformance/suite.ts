import { describe, expect, test } from 'vitest';
import { accessCases } from './cases/access.ts';
import { browserCases } from './cases/browser.ts';
import { conditionCases } from './cases/conditions.ts';
import { decidingCases } from './cases/deciding.ts';
import { deedCases } from './cases/deeds.ts';
import { expectationCases } from './cases/expectations.ts';
import { forgettingCases } from './cases/forgetting.ts';
import { historyCases } from './cases/history.ts';
import { idempotencyCases } from './cases/idempotency.ts';
import { inferenceCases } from './cases/inferences.ts';
import { linkingCases } from './cases/linking.ts';
import { malformedHeldCases } from './cases/malformed-held.ts';
import { malformedCases } from './cases/malformed.ts';
import { noticeChangeCases } from './cases/notice-changes.ts';
import { noticeCases } from './cases/notices.ts';
import { profileCases } from './cases/profile.ts';
import { readingCases } from './cases/reading.ts';
import { recordCases } from './cases/records.ts';
import { sessionCases } from './cases/sessions.ts';
import { signalCases } from './cases/signal.ts';
import { tokenCases } from './cases/tokens.ts';
import { useCases } from './cases/uses.ts';
import { visitCases } from './cases/visits.ts';
import { wireSessionCases } from './cases/wire-sessions.ts';
import { wireCases } from './cases/wire.ts';
import { Excused } from './excused.ts';
import { enter, type Case, type Need } from './room.ts';
import type { Open } from './target.ts';

/*
 * The suite that every backend must pass. To try one:
 *
 *   1. Write `open: Open` (target.ts): start your backend over the world you are given and answer a `Target`.
 *      - Serve `world.editions` and `world.holder` as the brands; let `world.now` be the only clock; let sessions last
 *        `world.sessionLasts`; let demo sessions open.
 *      - `browser()`: a browser with cookies of its own. Over HTTP that is `httpBrowser(origin)` (http-browser.ts).
 *      - `publish(edition)`: puts a further edition beside the first, at `world.now()`.
 *      - `abilities`: leave out what you cannot do. `faults`: decisions go through `world.faulty(yourSubjectStore)`.
 *   2. Call `conformance('my backend', open)` and `modelRuns('my backend', open, …)` in a `*.test.ts` file.
 *
 * A case that needs what your backend says it cannot do is skipped, and says which capability excused it. A complete
 * backend is excused nothing.
 */
const cases = [
  ...readingCases,
  ...sessionCases,
  ...browserCases,
  ...linkingCases,
  ...tokenCases,
  ...decidingCases,
  ...conditionCases,
  ...idempotencyCases,
  ...signalCases,
  ...noticeCases,
  ...noticeChangeCases,
  ...historyCases,
  ...recordCases,
  ...deedCases,
  ...forgettingCases,
  ...inferenceCases,
  ...useCases,
  ...profileCases,
  ...expectationCases,
  ...visitCases,
  ...accessCases,
  ...wireSessionCases,
  ...wireCases,
  ...malformedCases,
  ...malformedHeldCases,
];

export interface SuiteOptions {
  /** The backend claims everything: a case that would be skipped fails instead. */
  readonly complete?: boolean;
  /** What even a complete backend is excused, because it has no such side: a backend in this process has no wire. */
  readonly without?: readonly 'wire'[];
  /** Cases that only this backend can be tried on. */
  readonly more?: readonly Case[];
}

const abilities: Readonly<Partial<Record<Need, string>>> = {
  clock: 'the suite cannot set its clock',
  publish: 'the suite cannot publish notices here',
  faults: 'the suite cannot make it fail',
  wire: 'it is not reached over a socket',
  our_brand: "it does not serve the suite's own brand",
  tokens: "it needs keys that only the project's own tests can install",
};

const reasonOf = (need: Need): string =>
  abilities[need] ?? `its capabilities say ${need}: ${need === 'receipts' ? 'null' : 'false'}`;

/** Tries every case on a backend, each over a world of its own. */
export const conformance = (
  name: string,
  open: Open,
  { complete = false, without = [], more = [] }: SuiteOptions = {},
): void => {
  const tried = [...cases, ...more].filter(
    (one) => !one.needs.some((need) => need === 'wire' && without.includes(need)),
  );
  describe(`${name} conforms: it`, () => {
    test.for(tried.map((one) => [one.name, one] as const))('%s', async ([, { needs, run }], context) => {
      const room = await enter(open);
      try {
        const missing: Need[] = [];
        for (const need of needs) if (!(await room.can(need))) missing.push(need);
        expect(complete ? missing : [], 'a complete backend is excused nothing').toEqual([]);
        if (missing.length > 0) context.skip(missing.map(reasonOf).join('; '));
        await run(room);
      } catch (error) {
        if (complete || !(error instanceof Excused)) throw error;
        context.skip(error.message);
      } finally {
        await room.target.close();
      }
    });
  });
};
