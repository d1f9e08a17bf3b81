import { setupI18n } from '@lingui/core';
import { describe, expect, test } from 'vitest';
import type { Inference } from '#contract/inferences.ts';
import { voiceOf } from '#i18n/voice.ts';
import type { ChoiceView } from '#intents/choice-view.ts';
import type { Views } from '#intents/shown.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { chainOf, summaryOf } from './concluded.model.ts';

const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const notice = exampleNotice([
  exampleCategory('orders', [exampleUse('orders.picks')]),
  exampleCategory('interests', [exampleUse('interests.home', { name: 'Sort the shop' })]),
]);
const inference: Inference = {
  id: 'r777',
  category: 'interests',
  item: 'order_line',
  label: 'You have a garden',
  at: '2026-10-02T03:00:00.000Z',
  lapses: '2027-04-02T03:00:00.000Z',
  confidence: 'fairly_sure',
  seen: [
    {
      category: 'orders',
      item: 'order_line',
      count: 1204,
      oldest: '2025-04-12T10:00:00.000Z',
      newest: '2026-09-29T10:00:00.000Z',
      sample: ['Parasol', 'Outdoor cushion', 'String lights'],
    },
  ],
  usedFor: [{ use: 'interests.home', times: 9, last: '2026-11-12T10:00:00.000Z' }],
  judged: null,
};
const on = { inForce: 'on' } as ChoiceView;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('\u00a0', ' '));
const chain = (more: Partial<Inference> = {}, views: Views = { 'interests.home': on }) =>
  plain(chainOf(english, notice, views, { ...inference, ...more })) as ReturnType<typeof chainOf>;

test('a conclusion is told as what was seen, what follows and what it was used for', () => {
  expect(chain()).toEqual({
    seen: [
      {
        category: 'orders',
        item: 'order_line',
        text: 'Item order_line: <b>1,204</b>',
        sample: 'Parasol · Outdoor cushion',
      },
    ],
    seenWhen: 'From 12 April 2025 to 29 September 2026.',
    confidence: 'So we concluded, fairly sure',
    when: 'On 2 October 2026. It lapses on 2 April 2027.',
    judged: null,
    used: [
      {
        use: 'interests.home',
        name: 'Sort the shop',
        times: '<b>9 times</b>, last on 12 November 2026.',
        did: true,
        off: null,
      },
    ],
  });
});

test('what it rested on being gone is told as such', () => {
  expect(chain({ seen: [] })).toMatchObject({ seen: [], seenWhen: null });
});

describe('what the customer said of it', () => {
  const at = '2026-11-22T14:00:00.000Z';

  test('right: the conclusion is as sure as they are', () => {
    expect(chain({ confidence: 'told', judged: { verdict: 'right', at } })).toMatchObject({
      confidence: 'So we concluded, and you agree',
      judged: 'You said this is right on 22 November 2026.',
    });
  });

  test('wrong: it is used for nothing', () => {
    expect(chain({ usedFor: [], judged: { verdict: 'wrong', at } })).toMatchObject({
      judged: 'You said this is wrong on 22 November 2026. We use it for nothing.',
      used: null,
    });
  });
});

test('a use that is off says so beside what it did before, and one that did nothing yet says that', () => {
  const stored = { effective: 'off', since: '2026-11-20T10:00:00.000Z' } as ChoiceView['stored'];
  const off = { 'interests.home': { inForce: 'off', stored } as ChoiceView };
  expect(chain({}, off).used?.[0]).toMatchObject({ did: true, off: 'Off since 20 November 2026.' });
  const usedFor = [{ use: 'interests.home', times: 0, last: null }];
  expect(chain({ usedFor }, {}).used?.[0]).toMatchObject({ times: 'Not yet.', did: false, off: 'Off now.' });
});

const summary = (inferences: readonly Inference[]) =>
  summaryOf(english, { inferences: [...inferences] }).replaceAll('\u00a0', ' ');

test('the page begins with how much was concluded and how old it is', () => {
  expect(summary([])).toBe('We conclude nothing about you. When we do, it appears here with its reasons.');
  expect(summary([inference])).toBe('We hold <b>1 conclusion</b> about you, of 2 October 2026.');
  expect(summary([inference, { ...inference, at: '2025-12-01T04:00:00.000Z' }])).toBe(
    'We hold <b>2 conclusions</b> about you. The newest is of 2 October 2026, the oldest of 1 December 2025.',
  );
});
