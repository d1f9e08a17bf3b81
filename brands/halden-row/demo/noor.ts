import type { Diary } from './diary.ts';
import { pounds } from './money.ts';
import { newestAs, pagesOfDay } from './tellings.ts';

/** Days since she joined. */
export const noorJoined = 5;

/** Someone who came this week: one order, two evenings in the shop, nothing decided. */
export function writeNoor(diary: Diary): void {
  const account = (item: string, label: string): void =>
    diary.note(['account', item], [noorJoined, 1215], label, { value: label });
  account('name', 'Noor Aziz');
  account('email', 'noor.aziz@post.example');
  account('address', '5 Mill Yard, Bristol BS5');
  diary.use('account.run', noorJoined, 1215, () => ({ what: 'your new account' }));
  diary.note(['device', 'device'], [noorJoined, 1214], 'Android phone, Chrome');

  const bought = [
    ['linen-duvet-double', 'Linen duvet, double', 8900],
    ['linen-pillowcases-set-of-2', 'Linen pillowcases, set of 2', 2800],
  ] as const;

  const evenings: readonly (readonly [daysAgo: number, pages: readonly string[]])[] = [
    [noorJoined, ['Home page', 'Bed linen', 'Linen duvet, double', 'Linen pillowcases, set of 2', 'Delivery']],
    [4, ['Bed linen', 'Linen duvet, double', 'Linen pillowcases, set of 2', 'Basket', 'Delivery', 'Order sent']],
  ];
  for (const [daysAgo, pages] of evenings) {
    pages.forEach((label, step) => {
      const product = bought.find(([, name]) => name === label)?.[0];
      const isOfTopic = product !== undefined || label === 'Bed linen';
      const about = { ...(isOfTopic && { topic: 'bedroom' }), ...(product !== undefined && { product }) };
      diary.note(['browsing', 'page'], [daysAgo, 1216 + 3 * step], label, about);
    });
    diary.note(['device', 'ip'], [daysAgo, 1216], '198.51.100.x');
    diary.use('device.secure', daysAgo, 1216, newestAs('device', 'device.device'));
    diary.use('browsing.site', daysAgo, 1218, pagesOfDay);
  }

  const order = 'HR-93150';
  const total = bought.reduce((sum, [, , price]) => sum + price, 0);
  diary.note(['purchases', 'order'], [4, 1236], `Order ${order}: 2 items, ${pounds(total)}, to Bristol`, {
    order,
    total,
    to: 'Bristol',
  });
  for (const [product, label, price] of bought) {
    diary.note(['purchases', 'order_line'], [4, 1236], label, {
      topic: 'bedroom',
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
  const amount = total / 100;
  diary.use('payment.take', 4, 1237, () => ({ amount, order, back: 0 }));
  diary.use('payment.check', 4, 1236, () => ({ amount, order }));
  diary.use('device.fraud', 4, 1236, newestAs('device', 'device.device', { order }));
  diary.use('account.run', 4, 1238, () => ({ what: `order ${order}` }));
  diary.use('purchases.accounts', 4, 1420, () => ({ what: `order ${order}`, amount }));
  diary.use('purchases.deliver', 3, 560, () => ({ order, step: 'It set out' }));
  diary.use('purchases.deliver', 2, 690, () => ({ order, step: 'It reached your door' }));
}
