import type { Order } from './basket.ts';
import type { Diary } from './diary.ts';
import { counted, pounds } from './money.ts';
import { memberPrice, newestAs, savedThing, sizeAdvice } from './tellings.ts';

/** Orders, what was in them, what came back, and what was done with that. */
export function writePurchases(diary: Diary, orders: readonly Order[]): void {
  for (const { id, daysAgo, minute, theme, lines, total, to } of orders) {
    const when = [daysAgo, minute] as const;
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
    diary.note(['purchases', 'order'], when, `Order ${id}: ${counted(pieces, 'item')}, ${pounds(total)}, to ${to}`, {
      order: id,
      total,
      to,
    });
    for (const { label, fit, wishedDaysAgo: _, sentBack, ...line } of lines) {
      diary.note(['purchases', 'order_line'], when, line.quantity > 1 ? `${label} × ${line.quantity}` : label, {
        topic: theme,
        ...line,
      });
      if (line.priced === 'member')
        diary.use('loyalty.prices', daysAgo, minute - 4, memberPrice(label, (line.shelf - line.paid) * line.quantity));
      if (line.priced === 'wish_list_offer')
        diary.use('wish_lists.offers', daysAgo, minute - 4, savedThing(line.product));
      if (line.advisedSize !== null && fit !== null)
        diary.use('sizes.advice', daysAgo, minute - 6, sizeAdvice(label, fit, line.advisedSize));
      if (sentBack === null) continue;
      diary.note(['purchases', 'return'], [sentBack.daysAgo, 640], `${label}: ${sentBack.why}`, {
        order: id,
        product: line.product,
        why: sentBack.why,
      });
      diary.use('purchases.deliver', sentBack.daysAgo, 640, () => ({ order: id, step: 'A return left your door' }));
      const back = (line.paid * line.quantity) / 100;
      diary.use('purchases.accounts', sentBack.daysAgo, 1420, () => ({
        what: `a return of order ${id}`,
        amount: back,
      }));
    }
    const arrives = daysAgo - (total > 30_000 ? 6 : 2);
    diary.use('account.run', daysAgo, minute + 2, () => ({ what: `order ${id}` }));
    diary.use('purchases.accounts', daysAgo, 1420, () => ({ what: `order ${id}`, amount: total / 100 }));
    diary.use('purchases.deliver', daysAgo - 1, 560, () => ({ order: id, step: 'It set out' }));
    diary.use('purchases.deliver', arrives, 690, () => ({ order: id, step: 'It reached your door' }));
    if (lines.some((line) => line.shelf >= 15_000))
      diary.use('access.carry', arrives, 540, newestAs('need', 'access.need', { order: id }));
  }
  // One thing turned out to be unsafe.
  diary.use('purchases.recall', 466, 604, ({ of }) => {
    const bought = of('purchases.order_line').find((line) => line.data['product'] === 'candle-holders-set-of-3');
    return bought ? { thing: bought.label, bought: bought.at } : null;
  });
}
