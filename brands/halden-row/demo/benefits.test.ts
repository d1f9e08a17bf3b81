import { beforeAll, describe, expect, test } from 'vitest';
import { readBrand } from '#brands/in-browser.ts';
import type { Notice } from '#contract/notice.ts';
import type { Got } from '#contract/overview.ts';
import type { Holdings, OrderLine } from '#rules/holdings.ts';
import { overviewOf } from '#rules/overview.ts';
import { demoCustomer } from './customer.ts';

const zone = 'Europe/London';
const now = '2026-11-22T12:00:00.000Z';
const { holdings } = demoCustomer('maya', '2026-11-22', zone);

let notice: Notice;
beforeAll(async () => {
  const found = (await readBrand('halden-row')).notices['en-GB'];
  if (!found) throw new Error('Halden & Row speaks no British English.');
  notice = found.notice;
});

const gotOf = (held: Holdings): Got[] => overviewOf(held, notice, zone, now).categories.flatMap((one) => one.got);
const amount = (held: Holdings, counting: Got['counting']): number =>
  gotOf(held).find((one) => one.counting === counting)?.amount ?? 0;

const linesOf = (held: Holdings): OrderLine[] =>
  held.records
    .filter((one) => one.item === 'order_line' && one.at >= '2026-01-01')
    .map((one) => one.data as unknown as OrderLine);

/** Everything as it is, but the first line of this year that fits, changed. */
function changed(fits: (line: OrderLine) => boolean, change: Partial<OrderLine>): Holdings {
  const index = holdings.records.findIndex(
    (one) => one.item === 'order_line' && one.at >= '2026-01-01' && fits(one.data as unknown as OrderLine),
  );
  const record = holdings.records[index];
  if (!record) throw new Error('No order line of this year fits.');
  return { ...holdings, records: holdings.records.with(index, { ...record, data: { ...record.data, ...change } }) };
}

describe('What Maya got this year', () => {
  test('is worth some tens of pounds, a few avoided returns and several orders from picks', () => {
    expect(amount(holdings, 'member_price')).toBeGreaterThan(1_000);
    expect(amount(holdings, 'wish_list_offer')).toBeGreaterThan(300);
    expect(amount(holdings, 'member_price') + amount(holdings, 'wish_list_offer')).toBeLessThan(10_000);
    expect(amount(holdings, 'return_avoided')).toBeGreaterThanOrEqual(2);
    expect(amount(holdings, 'return_avoided')).toBeLessThan(10);
    expect(amount(holdings, 'pick_ordered')).toBeGreaterThanOrEqual(6);
    expect(amount(holdings, 'pick_ordered')).toBeLessThan(16);
  });

  test('follows from her orders: one line that cost a pound less makes it a pound more', () => {
    const line = linesOf(holdings).find((one) => one.priced === 'member' && !one.returned && one.quantity === 1);
    const cheaper = changed((one) => one.product === line?.product && one.order === line.order, {
      paid: (line?.paid ?? 0) - 100,
    });
    expect(amount(cheaper, 'member_price')).toBe(amount(holdings, 'member_price') + 100);
    expect(amount(cheaper, 'wish_list_offer')).toBe(amount(holdings, 'wish_list_offer'));
  });

  test('loses an avoided return when the thing comes back after all', () => {
    const back = changed((line) => line.advisedSize !== null && line.advisedSize === line.size && !line.returned, {
      returned: true,
    });
    expect(amount(back, 'return_avoided')).toBe(amount(holdings, 'return_avoided') - 1);
  });

  test('counts no order as picked that began elsewhere', () => {
    const elsewhere = changed((line) => line.fromPick, { fromPick: false });
    expect(amount(elsewhere, 'pick_ordered')).toBe(amount(holdings, 'pick_ordered') - 1);
  });

  test('adds up 45 seconds for each payment of this year with the kept card', () => {
    const payments = holdings.records.filter((one) => one.item === 'payment' && one.at >= '2026-01-01');
    expect(payments.length).toBeGreaterThan(20);
    expect(amount(holdings, 'time_saved')).toBe(45 * payments.length);
  });

  test('counts every penny once, and every rule in one kind of data', () => {
    const saved = linesOf(holdings)
      .filter((line) => !line.returned)
      .reduce((sum, line) => sum + (line.shelf - line.paid) * line.quantity, 0);
    const money = gotOf(holdings).filter((one) => one.currency !== null);
    expect(money.reduce((sum, one) => sum + one.amount, 0)).toBe(saved);
    const rules = gotOf(holdings).map((one) => one.counting);
    expect(rules.toSorted()).toEqual([
      'member_price',
      'pick_ordered',
      'return_avoided',
      'time_saved',
      'wish_list_offer',
    ]);
  });

  test('was not given on a line for two reasons at once', () => {
    const linesTwice = linesOf(holdings).filter((line) => line.priced === 'shelf' && line.paid !== line.shelf);
    expect(linesTwice).toEqual([]);
  });

  test('came with data used on many days of the year, a believable number of times', () => {
    const { categories } = overviewOf(holdings, notice, zone, now);
    const perDay = categories.map((one) => one.usedDays);
    const total = perDay.flat().reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(1_200);
    expect(total).toBeLessThan(2_500);
    expect(Math.max(...perDay.flat())).toBeLessThan(25);
  });
});
