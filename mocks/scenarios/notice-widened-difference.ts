import type { Notice } from '#contract/notice.ts';
import { scenario } from '#mocks/scenario.ts';

/** One use reaches further in several ways at once, so that each of them has its words. */
const widened = (notice: Notice): Notice => ({
  ...notice,
  categories: notice.categories.map((category) => ({
    ...category,
    uses: category.uses.map((one) =>
      one.id === 'purchases.recommendations'
        ? {
            ...one,
            recipients: [...one.recipients, 'adreach'],
            retention: 'P9Y',
            automated: { logic: 'It ranks what you may like.', effects: 'It sets the order you see.' },
          }
        : one,
    ),
  })),
});

export const noticeWidenedDifference = scenario(
  'notice-widened-difference',
  'The notice now covers more for one use: the page shows what changed, and asks for that use only.',
  { keeps: false, next: widened, before: (world) => world.publishNext() },
);
