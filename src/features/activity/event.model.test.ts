import { setupI18n } from '@lingui/core';
import { describe, expect, test } from 'vitest';
import type { ActivityEvent } from '#contract/activity.ts';
import { voiceOf } from '#i18n/voice.ts';
import type { ChoiceView } from '#intents/choice-view.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { firstSeenBefore, knownIn, sentenceOf, usesNow } from './event.model.ts';

const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const event = (id: string, more: Partial<ActivityEvent> = {}): ActivityEvent => ({
  id,
  use: 'orders.picks',
  at: '2026-11-20T10:00:00.000Z',
  values: { picked: 6, paid: 12.5 },
  ...more,
});
const said = {
  'orders.picks': ['We picked ', ['picked', 'number'], ' for ', ['paid', 'number', 'money'], '.'],
  'orders.ads': 'We showed you an ad.',
};

const sentence = (more: Partial<ActivityEvent>) => sentenceOf(english, event('e1', more), said, 'GBP');

describe('an event', () => {
  test('is told by the sentence of its use with its own facts, money in the currency of the brand', () => {
    expect(sentence({})).toBe('We picked 6 for £12.50.');
    expect(sentence({ use: 'orders.ads', values: {} })).toBe('We showed you an ad.');
  });

  test('whose records were forgotten says so, and nothing of what was in them', () => {
    expect(sentence({ values: null })).toBe('Details forgotten with the records.');
  });

  test('without facts or without words for them is told by its use alone', () => {
    expect(sentence({ values: {} })).toBeNull();
    expect(sentence({ use: 'orders.walk' })).toBeNull();
  });
});

const page = (ids: readonly string[], words: Record<string, string>) => ({
  events: ids.map((id) => event(id)),
  count: 3,
  next: null,
  said: words,
});

test('an event that is on two pages stands once, and words of all pages are known', () => {
  const known = knownIn([page(['e3', 'e2'], { 'a.b': 'One.' }), page(['e2', 'e1'], { 'c.d': 'Two.' })]);
  expect(known.events.map(({ id }) => id)).toEqual(['e3', 'e2', 'e1']);
  expect(known.said).toEqual({ 'a.b': 'One.', 'c.d': 'Two.' });
});

describe('a use is named with how its switch stands now', () => {
  const notice = exampleNotice([
    exampleCategory('orders', [exampleUse('orders.picks'), exampleUse('orders.tax', { basis: 'legal_obligation' })]),
  ]);
  const stateOf = (view: Partial<ChoiceView> | undefined, use = 'orders.picks') =>
    usesNow(english, notice, { [use]: view as ChoiceView | undefined })[use]?.state.replaceAll('\u00a0', ' ');
  const stored = { effective: 'off', since: '2026-11-22T09:00:00.000Z' } as ChoiceView['stored'];

  test('always on, on, off, and off since a day', () => {
    expect(stateOf(undefined, 'orders.tax')).toBe('Always on');
    expect(stateOf({ inForce: 'on' })).toBe('On now');
    expect(stateOf(undefined)).toBe('Off now');
    expect(stateOf({ inForce: 'off', stored })).toBe('Off since 22 November 2026');
  });

  test('what was just turned off has no day before that is stored', () => {
    const before = { effective: 'on', since: '2026-05-03T09:00:00.000Z' } as ChoiceView['stored'];
    expect(stateOf({ inForce: 'off', stored: before })).toBe('Off now');
  });
});

describe('new events end', () => {
  const events = ['2026-11-21', '2026-11-12', '2026-11-10'].map((day, at) =>
    event(`e${at}`, { at: `${day}T10:00:00Z` }),
  );

  test('at the first one from before the last visit', () => {
    expect(firstSeenBefore(events, '2026-11-11T20:00:00.000Z')).toBe('e2');
    expect(firstSeenBefore(events, '2026-11-12T10:00:00.000Z')).toBe('e1');
  });

  test('nowhere, where all are new, none is, or nobody knows', () => {
    expect(firstSeenBefore(events, '2026-01-01T00:00:00.000Z')).toBeNull();
    expect(firstSeenBefore(events, '2026-11-22T00:00:00.000Z')).toBeNull();
    expect(firstSeenBefore(events, null)).toBeNull();
  });
});
