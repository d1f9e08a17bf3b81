import { beforeAll, describe, expect, test } from 'vitest';
import { publish, termsOfBrand } from '#backend/published-brand.ts';
import { readBrand } from '#brands/in-browser.ts';
import type { Notice } from '#contract/notice.ts';
import type { Instant } from '#contract/primitives.ts';
import { startOfDay } from '#rules/days.ts';
import { decide } from '#rules/decide.ts';
import { choicesOf, choiceState } from '#rules/effective.ts';
import { newSubject, type SubjectState } from '#rules/subject.ts';
import type { NoticeTerms } from '#rules/terms.ts';
import { demoCustomer, personas, type DemoCustomer } from './customer.ts';

const zone = 'Europe/London';
const days = ['2026-11-22', '2026-01-03', '2027-07-15'] as const;

let notice: Notice;
let terms: readonly NoticeTerms[];
beforeAll(async () => {
  const brand = await readBrand('halden-row');
  const found = brand.notices['en-GB'];
  if (!found) throw new Error('Halden & Row speaks no British English.');
  notice = found.notice;
  terms = termsOfBrand(publish(null, brand, '2026-11-22T00:00:00.000Z'));
});

interface Step {
  readonly from: Instant;
  readonly state: SubjectState;
}

/** The record as the rules make it of a customer's past, one state after each decision. */
function recordOf({ decisions }: DemoCustomer): readonly Step[] {
  const steps: Step[] = [{ from: '', state: newSubject }];
  for (const { at, by, items } of decisions) {
    const state = steps.at(-1)?.state ?? newSubject;
    const asked = items.map((item) => ({
      ...item,
      seen: { seq: state.choices[item.choice]?.seq ?? 0, notice: notice.version },
      confirmed: true as const,
    }));
    const decision = decide(state, { items: asked, by, gpc: false }, terms, at);
    if (!decision.stored) throw new Error(`The decision at ${at} cannot be: ${decision.detail}`);
    expect(decision.entry.items.map((item) => item.outcome)).toEqual(items.map(() => 'applied'));
    steps.push({ from: at, state: decision.state });
  }
  return steps;
}

/** Was a use in effect at a moment, by the rules; a use without a choice always is. */
function inEffectBy(steps: readonly Step[]): (use: string, at: Instant) => boolean {
  const optional = new Set(Object.keys(terms[0]?.choices ?? {}));
  return (use, at) => {
    if (!optional.has(use)) return true;
    const state = steps.findLast((step) => step.from <= at)?.state ?? newSubject;
    return choiceState(use, state, terms, at, false).effective === 'on';
  };
}

describe.each(personas)('What is told of %s', (persona) => {
  test.each(days)('happened under uses that were in effect (%s)', (today) => {
    const customer = demoCustomer(persona, today, zone);
    const inEffect = inEffectBy(recordOf(customer));
    expect(customer.holdings.events.length).toBeGreaterThan(5);
    expect(customer.holdings.events.filter(({ use, at }) => !inEffect(use, at))).toEqual([]);
  });

  test.each(days)('was collected while a use that needs it was in effect (%s)', (today) => {
    const customer = demoCustomer(persona, today, zone);
    const inEffect = inEffectBy(recordOf(customer));
    const needed = new Map(
      notice.categories.flatMap(({ id, items }) => items.map((item) => [`${id}.${item.id}`, item.uses] as const)),
    );
    const stray = customer.holdings.records.filter(
      ({ category, item, at }) => !needed.get(`${category}.${item}`)?.some((use) => inEffect(use, at)),
    );
    expect(stray).toEqual([]);
  });
});

describe('Maya’s choices', () => {
  test.each(days)('allow on %s seventeen of twenty-six optional uses', (today) => {
    const state = recordOf(demoCustomer('maya', today, zone)).at(-1)?.state ?? newSubject;
    const { choices } = choicesOf(state, terms, startOfDay(today, zone), false);
    expect(choices).toHaveLength(26);
    expect(choices.filter((choice) => choice.effective === 'on')).toHaveLength(17);
  });

  test('grew over three years, in at least fifteen acts', () => {
    expect(demoCustomer('maya', '2026-11-22', zone).decisions.length).toBeGreaterThanOrEqual(15);
  });

  test('ended the noting of places on 3 May 2026, and kept the places from before', () => {
    const maya = demoCustomer('maya', '2026-11-22', zone);
    const state = recordOf(maya).at(-1)?.state ?? newSubject;
    const nearby = choiceState('location.nearby', state, terms, '2026-11-22T12:00:00.000Z', false);
    expect(nearby).toMatchObject({ effective: 'off', why: 'customer', since: '2026-05-03T13:02:00.000Z' });
    const places = maya.holdings.records.filter((one) => one.category === 'location');
    expect(places.length).toBeGreaterThan(300);
    expect(places.every((one) => one.at < '2026-05-03T13:02')).toBe(true);
  });
});
