import type { Notice } from '#contract/notice.ts';
import { on, times } from '#mocks/fault.ts';
import { noticePublished } from '#mocks/faults/others.ts';
import { scenario } from '#mocks/scenario.ts';

/** Other words, and nothing that widens any use. */
const reworded = (notice: Notice): Notice => ({
  ...notice,
  intro: `${notice.intro} We have made these words shorter.`,
});

export const noticeChanged = scenario(
  'notice-changed',
  'The brand publishes other words while the customer reads: turning on asks again, turning off does not.',
  {
    keeps: false,
    next: reworded,
    faults: [on(['decide'], times(1, noticePublished))],
  },
);
