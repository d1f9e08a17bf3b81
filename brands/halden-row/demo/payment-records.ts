import type { Order } from './basket.ts';
import type { Diary } from './diary.ts';
import { life } from './life.ts';
import { pounds } from './money.ts';
import type { Random } from './random.ts';
import { newestAs } from './tellings.ts';

/** What typing a card takes, in seconds; the published rule counts as much for each payment with a kept one. */
const typing = 45;

/** The day her bank sent a new card. */
const newCard = 486;
const cardOn = (daysAgo: number): string => (daysAgo > newCard ? '9023' : '4417');

/** Cards by their last digits, payments and refunds. */
export function writePayments(
  diary: Diary,
  orders: readonly Order[],
  vouchers: ReadonlyMap<string, number>,
  random: Random,
): void {
  diary.note(['payment', 'card'], [life.joined - 2, 1210], 'Card ending 9023', { last: '9023' });
  diary.note(['payment', 'card'], [newCard, 1212], 'Card ending 4417', { last: '4417' });
  for (const { id, daysAgo, minute, total, lines } of orders) {
    const amount = total - (vouchers.get(id) ?? 0);
    const label = `${pounds(amount)} by card ending ${cardOn(daysAgo)}, order ${id}`;
    diary.note(['payment', 'payment'], [daysAgo, minute + 1], label, {
      order: id,
      amount,
      ...(diary.allowed('payment.save', daysAgo, minute) && { secondsSaved: typing }),
    });
    diary.use('payment.take', daysAgo, minute + 1, () => ({ amount: amount / 100, order: id, back: 0 }));
    diary.use('payment.save', daysAgo, minute, newestAs('card', 'payment.card', { order: id }));
    if (random.chance(0.35)) diary.use('payment.check', daysAgo, minute, () => ({ amount: amount / 100, order: id }));
    diary.use('device.fraud', daysAgo, minute, newestAs('device', 'device.device', { order: id }));
    for (const line of lines) {
      if (line.sentBack === null) continue;
      const when = Math.max(1, line.sentBack.daysAgo - 3);
      const back = line.paid * line.quantity;
      diary.note(['payment', 'refund'], [when, 605], `${pounds(back)} to card ending ${cardOn(when)}, order ${id}`, {
        order: id,
        amount: back,
      });
      diary.use('payment.take', when, 605, () => ({ amount: back / 100, order: id, back: 1 }));
    }
  }
}
