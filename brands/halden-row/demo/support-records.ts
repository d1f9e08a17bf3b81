import type { Order } from './basket.ts';
import type { Diary } from './diary.ts';
import type { Random } from './random.ts';
import { lessons } from './tellings.ts';

/** Reviews of what stayed, messages about what went wrong. */
export function writeSupport(diary: Diary, orders: readonly Order[], random: Random): void {
  const message = (daysAgo: number, label: string, claim: boolean): void => {
    const minute = random.between(500, 1310);
    diary.note(['reviews', 'message'], [daysAgo, minute], label);
    if (daysAgo < 1) return;
    diary.use('reviews.answer', daysAgo, minute + 90, () => ({ message: label }));
    if (claim) diary.use('reviews.claims', daysAgo - 1, 610, () => ({ message: label }));
    diary.use('reviews.train', daysAgo - 20, 560, lessons);
  };
  for (const { id, daysAgo, theme, lines } of orders) {
    if (random.chance(0.06)) message(daysAgo - 5, `Where is order ${id}?`, false);
    for (const line of lines) {
      if (line.sentBack?.why.startsWith('arrived') || line.sentBack?.why.startsWith('not as')) {
        message(line.sentBack.daysAgo + 1, `${line.label}: ${line.sentBack.why}`, true);
      } else if (line.shelf > 20_000 && random.chance(0.2)) {
        message(daysAgo - 8, `${line.label}: two bolts are missing`, true);
      }
      if (line.returned || theme === 'gifts' || !random.chance(0.1)) continue;
      const stars = random.pick([5, 5, 4, 4, 4, 3, 2]);
      const after = daysAgo - random.between(12, 30);
      const review = `${line.label}: ${stars} stars`;
      diary.note(['reviews', 'review'], [after, 1265], review, {
        product: line.product,
        stars,
      });
      diary.use('reviews.publish', after, 1330, () => ({ review }));
    }
  }
}
