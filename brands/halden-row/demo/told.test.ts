import { setupI18n } from '@lingui/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBrand } from '#brands/in-browser.ts';
import type { About } from '#contract/about.ts';
import type { Message } from '#contract/primitives.ts';
import { voiceOf } from '#i18n/voice.ts';
import { dayOf, startOfDay } from '#rules/days.ts';
import { evidenceIn } from '#rules/evidence.ts';
import type { HoldingRecord, UsageEvent } from '#rules/holdings.ts';
import { inferencesOf } from '#rules/inferences.ts';
import { answered, profileOf } from '#rules/profile.ts';
import { safetyOf } from '#rules/safety.ts';
import type { Notice } from '#contract/notice.ts';
import { demoCustomer } from './customer.ts';

const zone = 'Europe/London';
const days = ['2026-11-22', '2026-01-03', '2028-02-29'] as const;

let about: About;
let notice: Notice;
beforeAll(async () => {
  const brand = await readBrand('halden-row');
  const [beside, found] = [brand.about['en-GB'], brand.notices['en-GB']];
  if (!beside || !found) throw new Error('Halden & Row speaks no British English.');
  about = beside;
  notice = found.notice;
});

/** The names of the values that a message can need. */
const namesIn = (message: Message): string[] =>
  typeof message === 'string'
    ? []
    : message.flatMap((token) => {
        if (!Array.isArray(token)) return [];
        const [name, type, format] = token as [string, string?, object?];
        const branches = type === 'plural' ? (Object.values(format ?? {}) as Message[]) : [];
        return [name, ...branches.filter((one) => Array.isArray(one)).flatMap(namesIn)];
      });

const life = (today: string, persona = 'maya') => {
  const { holdings } = demoCustomer(persona, today, zone);
  const of = (item: string): HoldingRecord[] =>
    holdings.records.filter((one) => `${one.category}.${one.item}` === item);
  const told = (use: string): { at: string; data: NonNullable<UsageEvent['data']> }[] =>
    holdings.events.flatMap(({ use: one, at, data }) => (one === use && data ? [{ at, data }] : []));
  return { holdings, of, told };
};

describe.each(days)('What was done with Maya’s data, as it is told on %s,', (today) => {
  test('is a whole sentence every time: nothing that it names is missing', () => {
    const voice = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), zone);
    for (const persona of ['maya', 'noor']) {
      const wrong = life(today, persona).holdings.events.flatMap(({ use, data }) => {
        const message = about.events[use] ?? '';
        const missing = namesIn(message).filter((name) => data?.[name] === undefined);
        const sentence = voice.compose(message, data ?? {}, 'GBP');
        return missing.length > 0 || !/[.”]$/.test(sentence) || /undefined|NaN|Invalid|\{/.test(sentence)
          ? [`${use}: ${sentence} (${missing.join(', ')})`]
          : [];
      });
      expect(wrong).toEqual([]);
    }
  });

  test('picks no more than she saw that day, and rests on orders that she had made', () => {
    const { of, told } = life(today);
    const events = told('purchases.recommendations');
    expect(events.length).toBeGreaterThan(100);
    const pages = Map.groupBy(of('browsing.page'), (page) => dayOf(page.at, zone));
    for (const { at, data } of events) {
      const seen = new Set((pages.get(dayOf(at, zone)) ?? []).flatMap(({ data: { product } }) => product ?? []));
      const orders = of('purchases.order').filter((order) => order.at <= at);
      expect(data['seen']).toBe(seen.size);
      expect(data['picked']).toBeGreaterThanOrEqual(1);
      expect(data['picked']).toBeLessThanOrEqual(seen.size);
      expect(data['orders']).toBe(Math.min(3, orders.length));
    }
  });

  test('counts what was there at that moment: pages, points, wishes, answers and guesses', () => {
    const { of, told } = life(today);
    const pages = Map.groupBy(of('browsing.page'), (page) => dayOf(page.at, zone));
    for (const { at, data } of told('browsing.site')) expect(data['pages']).toBe(pages.get(dayOf(at, zone))?.length);
    for (const { at, data } of told('wish_lists.keep'))
      expect(data['wishes']).toBe(of('wish_lists.wish').filter((wish) => wish.at <= at).length);
    for (const { at, data } of told('answers.picks'))
      expect(data['answers']).toBe(
        of('answers.answer').filter((one) => one.at <= at && String(one.data['expires']) > at).length,
      );
    for (const { at, data } of told('interests.home')) {
      const stood = of('interests.interest').filter((one) => one.at <= at && String(one.data['lapses']) > at);
      expect(data['conclusions']).toBe(new Set(stood.map((one) => one.data['topic'])).size);
    }
    for (const { at, data } of told('loyalty.points'))
      expect(
        of('loyalty.point')
          .filter((one) => one.at === at)
          .map((one) => one.data['balance']),
      ).toContain(data['balance']);
  });

  test('names money that was paid: every payment, refund and lower price is on record', () => {
    const { of, told } = life(today);
    const money = [...of('payment.payment'), ...of('payment.refund')].map(({ at, data }) => `${at} ${data['amount']}`);
    for (const { at, data } of told('payment.take'))
      expect(money).toContain(`${at} ${Math.round(Number(data['amount']) * 100)}`);
    const lines = of('purchases.order_line').map(({ data: line }) => line);
    const lower = lines
      .filter((line) => line['priced'] === 'member')
      .map((line) => (Number(line['shelf']) - Number(line['paid'])) * Number(line['quantity']));
    const said = told('loyalty.prices').flatMap(({ data }) =>
      data['things'] === 1 ? [Math.round(Number(data['off']) * 100)] : [],
    );
    expect(said.toSorted((a, b) => a - b)).toEqual(lower.toSorted((a, b) => a - b));
  });

  test('offers only what she had saved or bought by then', () => {
    const { of, told } = life(today);
    const wishes = of('wish_lists.wish').map(({ at, label }) => `${at} ${label}`);
    for (const use of ['wish_lists.offers', 'wish_lists.stock'])
      for (const { at, data } of told(use)) {
        expect(wishes).toContain(`${data['saved']} ${data['thing']}`);
        expect(String(data['saved']) <= at).toBe(true);
      }
    for (const { at, data } of told('purchases.offers')) {
      const line = of('purchases.order_line').find((one) => one.label === data['thing']);
      const bought = of('purchases.order_line').filter(
        (one) => one.data['product'] === line?.data['product'] && one.at <= at,
      );
      expect(bought.length).toBeGreaterThanOrEqual(Number(data['times']));
    }
  });

  test('saved her 45 seconds at each payment while her card was kept, and none before', () => {
    const { of, told } = life(today);
    const filled = told('payment.save').map(({ data }) => data['order']);
    const saved = of('payment.payment').filter(({ data }) => data['secondsSaved'] === 45);
    expect(saved.map(({ data }) => data['order'])).toEqual(filled);
    expect(
      of('payment.payment').filter(({ data }) => ![45, undefined].includes(data['secondsSaved'] as number)),
    ).toEqual([]);
  });

  test('had a real reason for each conclusion, which ends by itself after a year', () => {
    const { holdings, of } = life(today);
    const behind = evidenceIn(holdings);
    for (const conclusion of of('interests.interest')) {
      const lines = behind(conclusion).filter((one) => one.item === 'order_line');
      expect(new Set(lines.map((one) => one.data['order'])).size).toBeGreaterThanOrEqual(3);
      expect(['guess', 'fairly_sure', 'sure']).toContain(conclusion.data['confidence']);
    }
    const { inferences } = inferencesOf(holdings, notice, about, startOfDay(today, zone));
    expect(inferences.length).toBeGreaterThanOrEqual(4);
    expect(inferences.filter((one) => one.seen.length === 0)).toEqual([]);
  });

  test('rests no conclusion on a page that is about nothing: a basket, a delivery, an order sent', () => {
    const { holdings } = life(today);
    const { inferences } = inferencesOf(holdings, notice, about, startOfDay(today, zone));
    const shown = inferences.flatMap(({ seen }) => seen.flatMap(({ sample }) => sample));
    expect(shown.length).toBeGreaterThan(10);
    const steps = /^(?:home page|basket|delivery|order sent)$/i;
    expect(shown.filter((one) => steps.test(one))).toEqual([]);
    for (const persona of ['maya', 'noor']) {
      const pages = life(today, persona).of('browsing.page');
      expect(pages.filter(({ label }) => steps.test(label)).length).toBeGreaterThan(0);
      expect(pages.filter(({ label, data }) => steps.test(label) === (data['topic'] !== undefined))).toEqual([]);
    }
  });

  test('follows four answers, written as the center would have written them, one of them about to end', () => {
    const { holdings, of } = life(today);
    const now = startOfDay(today, zone);
    const { questions } = profileOf(holdings, about, now);
    expect(
      questions
        .filter((one) => one.answer !== null)
        .map((one) => one.id)
        .toSorted(),
    ).toEqual(['budget', 'comes_for', 'never', 'rooms']);
    for (const { answer, ...question } of questions) {
      if (!answer) continue;
      const made = answered(holdings, question, answer.value, 'en-GB', answer.at);
      expect(made).toEqual({
        put: [of('answers.answer').find((one) => one.id === `answer.${question.id}`)],
        remove: [],
      });
    }
    const left = questions.flatMap(({ answer }) => (answer ? [Date.parse(answer.expires) - Date.parse(now)] : []));
    expect(Math.min(...left)).toBeLessThan(12 * 86_400_000);
  });
});

test('Maya was here twelve days ago, and was in one of two incidents; Noor was in none and has told nothing', () => {
  const [maya, noor] = [life('2026-11-22'), life('2026-11-22', 'noor')];
  expect(maya.of('account.visit').map((one) => dayOf(one.at, zone))).toEqual(['2026-11-10']);
  expect(safetyOf(maya.holdings, about).incidents.map(({ id, you }) => [id, you])).toEqual([
    ['wrong_addresses', 'in'],
    ['open_reviews', 'not_in'],
  ]);
  expect(safetyOf(noor.holdings, about).incidents.map((one) => one.you)).toEqual(['not_in', 'not_in']);
  for (const item of ['account.visit', 'answers.answer', 'interests.interest']) expect(noor.of(item)).toEqual([]);
});
