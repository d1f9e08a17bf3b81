import { setupI18n } from '@lingui/core';
import type { Experience, Preview, ShownThing } from '#contract/preview.ts';
import { voiceOf } from '#i18n/voice.ts';
import type { Shown } from '#rules/category-switch.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';

/** Small facts for the tests of the models: a shop that picks by orders, sends e-mails, and delivers. */

export const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');

export const picks = exampleUse('orders.picks', { name: 'Pick things for you' });
export const mails = exampleUse('orders.mails', { name: 'Send e-mails', grant: 'words', statement: 'I agree.' });
export const deliver = exampleUse('orders.deliver', { name: 'Deliver', basis: 'contract' });
export const notice = exampleNotice([
  exampleCategory('orders', [deliver, picks, mails], { name: 'Orders' }),
  exampleCategory('sizes', [exampleUse('sizes.advice', { name: 'Advise your size' })], { name: 'Sizes' }),
]);

export const thing = (name: string, more: Partial<ShownThing> = {}): ShownThing => ({
  product: name.toLowerCase(),
  name,
  price: { shelf: 2500, paid: 2500, currency: 'GBP' },
  picture: null,
  reason: { kind: 'bestseller', of: null },
  ...more,
});

const experience = (things: readonly ShownThing[], headline: string | null = null): Experience => ({
  surface: 'shop_window',
  headline,
  things: [...things],
});

export const preview = (
  on: readonly ShownThing[],
  off: readonly ShownThing[],
  more: Partial<Preview> = {},
  headlines: readonly [on: string | null, off: string | null] = [null, null],
): Preview => ({
  asOf: '2026-11-22T14:00:00.000Z',
  about: 'orders.picks',
  with: experience(on, headlines[0]),
  without: experience(off, headlines[1]),
  same: false,
  today: 'with',
  drewOn: [],
  ...more,
});

/** What is on screen: each choice with what it is, and the browser's signal. */
export const shown = (choices: Readonly<Record<string, 'on' | 'off'>>, gpc = false): Shown => ({
  notice: { version: 1 },
  signal: { gpc },
  choices: Object.entries(choices).map(([choice, effective]) => ({
    choice,
    decided: null,
    effective,
    why: 'customer',
    since: null,
    seq: 0,
  })),
});
