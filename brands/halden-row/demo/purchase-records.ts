import type { Order } from './basket.ts';
import type { Diary } from './diary.ts';
import { counted, pounds } from './money.ts';

/** Orders, what was in them, what came back, and what was done with that. */
export function writePurchases(diary: Diary, orders: readonly Order[]): void {
  for (const { id, daysAgo, minute, lines, total, to } of orders) {
    const when = [daysAgo, minute] as const;
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
    diary.note(['purchases', 'order'], when, `Order ${id}: ${counted(pieces, 'item')}, ${pounds(total)}, to ${to}`, {
      order: id,
      total,
      to,
    });
    for (const { label, wishedDaysAgo: _, sentBack, ...line } of lines) {
      diary.note(['purchases', 'order_line'], when, line.quantity > 1 ? `${label} × ${line.quantity}` : label, line);
      if (line.priced === 'member') diary.use('loyalty.prices', daysAgo, minute - 4);
      if (line.priced === 'wish_list_offer') diary.use('wish_lists.offers', daysAgo, minute - 4);
      if (line.advisedSize !== null) diary.use('sizes.advice', daysAgo, minute - 6);
      if (line.fromPick) diary.use('purchases.recommendations', daysAgo, minute - 9);
      if (sentBack === null) continue;
      diary.note(['purchases', 'return'], [sentBack.daysAgo, 640], `${label}: ${sentBack.why}`, {
        order: id,
        product: line.product,
        why: sentBack.why,
      });
      diary.use('purchases.deliver', sentBack.daysAgo, 640);
      diary.use('purchases.accounts', sentBack.daysAgo, 1420);
    }
    const arrives = daysAgo - (total > 30_000 ? 6 : 2);
    diary.use('account.run', daysAgo, minute + 2);
    diary.use('purchases.accounts', daysAgo, 1420);
    diary.use('purchases.deliver', daysAgo - 1, 560);
    diary.use('purchases.deliver', arrives, 690);
    if (lines.some((line) => line.shelf >= 15_000)) diary.use('access.carry', arrives, 540);
  }
  // One thing turned out to be unsafe.
  if (orders.some((order) => order.lines.some((line) => line.product === 'candle-holders-set-of-3'))) {
    diary.use('purchases.recall', 466, 604);
  }
}
