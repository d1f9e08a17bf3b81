import type { Notice } from '#contract/notice.ts';
import { scenario } from '#mocks/scenario.ts';

const use = 'purchases.recommendations';

/** One more recipient for one use: a grant that was given before does not cover it. */
const widened = (notice: Notice): Notice => ({
  ...notice,
  categories: notice.categories.map((category) => ({
    ...category,
    uses: category.uses.map((one) => (one.id === use ? { ...one, recipients: [...one.recipients, 'adreach'] } : one)),
  })),
});

export const noticeMaterial = scenario(
  'notice-material',
  'The brand now gives what it picks from to one more company: what was allowed before is suspended, and says so.',
  {
    keeps: false,
    next: widened,
    before: (world) => world.publishNext(),
  },
);
