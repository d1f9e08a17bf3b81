import type { Order } from './basket.ts';
import type { Diary } from './diary.ts';
import { life } from './life.ts';
import { pounds } from './money.ts';

/** Points for a voucher, and what the voucher is worth in pence. */
const voucher = { points: 500, worth: 500 } as const;

/** Row Club: points for what was paid, a voucher for every 500. Answers which orders were paid with a voucher. */
export function writeClub(diary: Diary, orders: readonly Order[]): ReadonlyMap<string, number> {
  const withVoucher = new Map<string, number>();
  let balance = 0;
  let waiting = 0;
  diary.note(['loyalty', 'membership'], [life.joined, 1166], 'Row Club number 6330 1188', { number: '63301188' });
  for (const { id, daysAgo, minute, total } of orders) {
    if (waiting > 0 && total > 2500) {
      waiting -= 1;
      withVoucher.set(id, voucher.worth);
    }
    const points = Math.floor((total - (withVoucher.get(id) ?? 0)) / 100);
    balance += points;
    diary.note(
      ['loyalty', 'point'],
      [daysAgo, minute + 3],
      `${balance.toLocaleString('en-GB')} points, after ${points} for order ${id}`,
      { points, balance, order: id },
    );
    const stood = balance;
    diary.use('loyalty.points', daysAgo, minute + 3, () => ({ points, for: `order ${id}`, balance: stood }));
    if (balance < voucher.points) continue;
    balance -= voucher.points;
    waiting += 1;
    diary.note(
      ['loyalty', 'point'],
      [daysAgo, minute + 4],
      `${balance.toLocaleString('en-GB')} points, after ${voucher.points} for a voucher`,
      { points: -voucher.points, balance, order: null },
    );
    diary.note(['loyalty', 'voucher'], [daysAgo, minute + 4], `Voucher of ${pounds(voucher.worth)}`, {
      worth: voucher.worth,
    });
    const left = balance;
    diary.use('loyalty.points', daysAgo, minute + 4, () => ({
      points: voucher.points,
      for: `a voucher of ${pounds(voucher.worth)}`,
      balance: left,
    }));
  }
  return withVoucher;
}
