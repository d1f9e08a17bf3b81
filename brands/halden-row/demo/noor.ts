import type { Diary } from './diary.ts';
import { pounds } from './money.ts';

/** Days since she joined. */
export const noorJoined = 5;

/** Someone who came this week: one order, two evenings in the shop, nothing decided. */
export function writeNoor(diary: Diary): void {
  const account = (item: string, label: string): void => diary.note(['account', item], [noorJoined, 1215], label);
  account('name', 'Noor Aziz');
  account('email', 'noor.aziz@post.example');
  account('address', '5 Mill Yard, Bristol BS5');
  diary.use('account.run', noorJoined, 1215);
  diary.note(['device', 'device'], [noorJoined, 1214], 'Android phone, Chrome');

  const evenings: readonly (readonly [daysAgo: number, pages: readonly string[]])[] = [
    [noorJoined, ['Home page', 'Bed linen', 'Linen duvet, double', 'Linen pillowcases, set of 2', 'Delivery']],
    [4, ['Bed linen', 'Linen duvet, double', 'Linen pillowcases, set of 2', 'Basket', 'Delivery', 'Order sent']],
  ];
  for (const [daysAgo, pages] of evenings) {
    pages.forEach((label, step) => diary.note(['browsing', 'page'], [daysAgo, 1216 + 3 * step], label));
    diary.note(['device', 'ip'], [daysAgo, 1216], '198.51.100.x');
    diary.use('device.secure', daysAgo, 1216);
    diary.use('browsing.site', daysAgo, 1218);
  }

  const order = 'HR-93150';
  const bought = [
    ['linen-duvet-double', 'Linen duvet, double', 8900],
    ['linen-pillowcases-set-of-2', 'Linen pillowcases, set of 2', 2800],
  ] as const;
  const total = bought.reduce((sum, [, , price]) => sum + price, 0);
  diary.note(['purchases', 'order'], [4, 1236], `Order ${order}: 2 items, ${pounds(total)}, to Bristol`, {
    order,
    total,
    to: 'Bristol',
  });
  for (const [product, label, price] of bought) {
    diary.note(['purchases', 'order_line'], [4, 1236], label, {
      order,
      product,
      size: null,
      quantity: 1,
      shelf: price,
      paid: price,
      currency: 'GBP',
      priced: 'shelf',
      advisedSize: null,
      returned: false,
      fromPick: false,
    });
  }
  diary.note(['payment', 'payment'], [4, 1237], `${pounds(total)} by card, order ${order}`, { order, amount: total });
  diary.use('payment.take', 4, 1237);
  diary.use('payment.check', 4, 1236);
  diary.use('device.fraud', 4, 1236);
  diary.use('account.run', 4, 1238);
  diary.use('purchases.accounts', 4, 1420);
  diary.use('purchases.deliver', 3, 560);
  diary.use('purchases.deliver', 2, 690);
}
