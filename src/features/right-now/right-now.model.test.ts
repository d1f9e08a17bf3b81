import { setupI18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { Overview } from '#contract/overview.ts';
import { voiceOf } from '#i18n/voice.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';
import { browserNamed } from './browser-name.ts';
import { readingsTold } from './right-now.model.ts';
import type { Readings } from './readings.ts';

const voice = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const ipad =
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const readings: Readings = {
  userAgent: ipad,
  screen: { width: 1180, height: 820 },
  page: { width: 1180, height: 700 },
  languages: ['en-GB', 'cy'],
  timeZone: 'Europe/London',
  fingers: 5,
  online: true,
  speed: '4g',
  referrer: 'https://halden.example/sofas',
};
const notice = exampleNotice([
  {
    ...exampleCategory('device', [exampleUse('device.secure')]),
    items: [
      { id: 'kind', name: 'The kind of device', uses: ['device.secure'], required: 'optional', reads: ['browser'] },
      {
        id: 'ip',
        name: 'Part of your IP address',
        uses: ['device.secure'],
        required: 'optional',
        reads: ['ip_address'],
      },
    ],
  },
]);
const overview = (values: Record<string, string | number>) =>
  ({ categories: [{ category: 'device', held: { values } }] }) as unknown as Overview;
const says = (now: Readings | null, held: Overview | null = null) =>
  Object.fromEntries(readingsTold(voice, notice, now, held).map((one) => [one.id, one]));

test('each thing says what it is now, in plain words', () => {
  const told = says(readings);
  expect(Object.fromEntries(Object.entries(told).map(([id, { now }]) => [id, now]))).toEqual({
    browser: 'Safari 17 on iPad',
    screen: '1,180 × 820 points, 1,180 × 700 of them for this page',
    language: 'British English (en-GB) and Welsh (cy)',
    time_zone: 'Europe/London',
    touch: 'A touch screen, for 5 fingers at once',
    connection: 'Connected, about as fast as 4G',
    came_from: 'https://halden.example/sofas',
    ip_address: 'This page cannot read it. Our server sees it with each request.',
  });
});

test('what a browser keeps to itself is said to be so', () => {
  const told = says({ ...readings, userAgent: '', referrer: '', fingers: 0, online: false, timeZone: '' });
  expect(told['browser']?.now).toBe('Your browser does not say.');
  expect(told['time_zone']?.now).toBe('Your browser does not say.');
  expect(told['came_from']?.now).toMatch(/^Nothing:/);
  expect(told['touch']?.now).toBe('No touch screen');
  expect(told['connection']?.now).toBe('Not connected');
});

test('before a browser has worked it out, nothing is made up', () => {
  expect(says(null)['screen']?.now).toBe('Your browser works it out.');
});

test('of each it says what is stored, with the newest of it; or that it is not stored', () => {
  const told = says(readings, overview({ kind: 'iPad, Safari', kind_count: 5, ip_count: 0 }));
  expect(told['browser']?.stored).toEqual([
    { text: 'We store: The kind of device. Latest: iPad, Safari.', category: 'device', item: 'kind', held: true },
  ]);
  expect(told['ip_address']?.stored).toEqual([
    {
      text: 'We store: Part of your IP address. Nothing is held of it now.',
      category: 'device',
      item: 'ip',
      held: false,
    },
  ]);
  expect(told['screen']?.stored).toEqual([]);
});

test('where it is not known what is held, it still says what is stored', () => {
  expect(says(readings)['browser']?.stored[0]?.text).toBe('We store: The kind of device.');
});

test.each([
  [ipad, 'Safari 17', 'iPad'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge 142',
    'Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome 142',
    'Android',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox 145', 'Mac'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
    'Chrome 142',
    'iPhone',
  ],
  ['curl/8.0', null, null],
])('%s is called %s on %s', (userAgent, browser, system) => {
  expect(browserNamed(userAgent)).toEqual({ browser, system });
});
