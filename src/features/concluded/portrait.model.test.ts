import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { PortraitLine } from '#contract/inferences.ts';
import { voiceOf } from '#i18n/voice.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { portraitGroups } from './portrait.model.ts';

const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const notice = exampleNotice(['orders', 'pages', 'home'].map((id) => exampleCategory(id, [exampleUse(`${id}.picks`)])));
const line = (category: string, source: PortraitLine['source'], text: PortraitLine['text']): PortraitLine => ({
  category,
  source,
  text,
  values: { spent: 41.2, oldest: '2025-05-03T09:00:00.000Z' },
});

test('the picture is told by source in the order of the page, with the facts in their formats', () => {
  const groups = portraitGroups(
    english,
    notice,
    [
      line('home', 'bought', 'You rent.'),
      line('orders', 'given', [
        'You spent ',
        ['spent', 'number', 'money'],
        ' since ',
        ['oldest', 'date', 'month'],
        '.',
      ]),
      line('pages', 'observed', 'You look a lot.'),
    ],
    'GBP',
  );
  expect(groups).toEqual([
    {
      source: 'given',
      title: 'You told us',
      lines: [{ category: 'orders', name: 'Category orders', text: 'You spent £41.20 since May 2025.' }],
    },
    {
      source: 'observed',
      title: 'We noticed',
      lines: [{ category: 'pages', name: 'Category pages', text: 'You look a lot.' }],
    },
    {
      source: 'bought',
      title: 'We bought',
      lines: [{ category: 'home', name: 'Category home', text: 'You rent.' }],
    },
  ]);
});
