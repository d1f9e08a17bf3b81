import type { By } from '#contract/choices.ts';
import type { ChoiceId, Duration, Instant } from '#contract/primitives.ts';
import { addToInstant } from '#rules/duration.ts';
import type { Calendar } from './calendar.ts';

/** One act of choosing in a made-up life. */
export interface DemoDecision {
  readonly at: Instant;
  readonly by: By;
  readonly items: readonly { readonly choice: ChoiceId; readonly value: 'off' | 'on' }[];
}

/** What was in effect when, as far as the records of a life depend on it. */
export interface History {
  readonly decisions: readonly DemoDecision[];
  readonly on: (use: ChoiceId, at: Instant) => boolean;
}

// Three facts of notice.yaml that a life cannot do without; a test holds them against the notice.
/** Uses under legitimate interest: on until she objects. */
export const onUnlessObjected: ReadonlySet<ChoiceId> = new Set([
  'purchases.offers',
  'reviews.train',
  'account.catalogue',
  'browsing.site',
  'device.fraud',
  'bought.range',
  'bought.moves',
]);
/** Uses by contract or law: they have no switch. */
export const alwaysOn: ReadonlySet<ChoiceId> = new Set([
  'purchases.deliver',
  'purchases.accounts',
  'purchases.recall',
  'wish_lists.keep',
  'loyalty.points',
  'reviews.publish',
  'reviews.answer',
  'reviews.claims',
  'payment.take',
  'payment.check',
  'account.run',
  'device.secure',
]);
/** How long a yes lasts, where it lapses. */
export const lasting: Readonly<Record<ChoiceId, Duration>> = { 'access.carry': 'P24M', 'browsing.shortlist': 'P12M' };

type Row = readonly [daysAgo: number, minute: number, value: 'off' | 'on', ...choices: ChoiceId[]];

const rows: readonly Row[] = [
  [1088, 1160, 'on', 'account.news', 'wish_lists.stock', 'payment.save'],
  [1088, 1164, 'on', 'location.nearby'],
  [1087, 1215, 'on', 'purchases.recommendations', 'loyalty.prices'],
  [1062, 1250, 'on', 'sizes.advice'],
  [1050, 1302, 'on', 'interests.home'],
  [1040, 775, 'on', 'access.carry'],
  [1012, 1241, 'on', 'browsing.shortlist'],
  // She tries ads, sees the lamp she has just bought everywhere, and stops.
  [985, 1275, 'on', 'purchases.ads', 'browsing.ads'],
  [938, 470, 'off', 'purchases.ads', 'browsing.ads'],
  [871, 1290, 'on', 'wish_lists.offers'],
  [803, 1122, 'off', 'account.catalogue'],
  // The weeks of the move.
  [701, 1330, 'off', 'account.news'],
  [655, 1228, 'on', 'account.news'],
  [650, 1262, 'on', 'browsing.shortlist'],
  [560, 1195, 'on', 'interests.email'],
  [521, 1315, 'off', 'purchases.recommendations'],
  [479, 1212, 'on', 'purchases.recommendations'],
  [431, 1344, 'on', 'loyalty.sale'],
  [402, 482, 'off', 'loyalty.sale'],
  [357, 1238, 'on', 'answers.picks'],
  [318, 734, 'on', 'access.carry'],
  [300, 1233, 'on', 'browsing.shortlist'],
  // Nobody should guess at a child from her screen before she tells.
  [260, 1311, 'off', 'interests.home'],
  [205, 1018, 'on', 'interests.home'],
  [203, 842, 'off', 'location.nearby'],
  [181, 1286, 'off', 'interests.email'],
  [141, 1247, 'on', 'sizes.measure'],
  [96, 1199, 'off', 'reviews.train'],
  [61, 1325, 'off', 'purchases.offers'],
  [33, 1207, 'on', 'purchases.offers'],
];

/** Three years of choosing. Today 17 of 26 optional uses are allowed. */
export function historyOf(calendar: Calendar): History {
  return inEffect(
    rows.map(([daysAgo, minute, value, ...choices]) => ({
      at: calendar.at(daysAgo, minute),
      by: 'customer',
      items: choices.map((choice) => ({ choice, value })),
    })),
  );
}

/** Somebody who has decided nothing. */
export const noHistory: History = inEffect([]);

function inEffect(decisions: readonly DemoDecision[]): History {
  const turns = new Map<ChoiceId, { at: Instant; until: Instant | null; value: 'off' | 'on' }[]>();
  for (const { at, items } of decisions) {
    for (const { choice, value } of items) {
      const lasts = value === 'on' ? lasting[choice] : undefined;
      const turn = { at, until: lasts === undefined ? null : addToInstant(at, lasts), value };
      turns.set(choice, [...(turns.get(choice) ?? []), turn]);
    }
  }
  return {
    decisions,
    on: (use, at) => {
      if (alwaysOn.has(use)) return true;
      const last = turns.get(use)?.findLast((turn) => turn.at <= at);
      if (last === undefined) return onUnlessObjected.has(use);
      return last.value === 'on' && (last.until === null || at < last.until);
    },
  };
}
