import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Benefit, Ledger } from '#contract/benefits.ts';
import { voiceOf } from '#i18n/voice.ts';
import { exampleCategory, exampleNotice, exampleUse } from '#rules/example-notice.ts';

/** Small facts for the tests of the models: a club with prices, advice on sizes, a kept card, and plain news. */

export const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');

const rule = (message: string, counting: Benefit['counting'], how: string) => ({
  message: compileMessage(message),
  counting,
  none: 'Nothing yet this year.',
  how,
});

export const notice = exampleNotice([
  exampleCategory(
    'sizes',
    [
      exampleUse('sizes.advice', {
        name: 'Advise your size',
        got: rule('{amount} returns avoided', 'return_avoided', 'We count each item you kept.'),
      }),
    ],
    { name: 'Sizes' },
  ),
  exampleCategory(
    'club',
    [
      exampleUse('club.points', { name: 'Count your points', basis: 'contract', benefit: 'You get vouchers.' }),
      exampleUse('club.prices', {
        name: 'Choose prices',
        got: rule('{amount, number, money} off by prices', 'member_price', 'We count the shelf price less yours.'),
      }),
    ],
    { name: 'Club' },
  ),
  exampleCategory(
    'pay',
    [
      exampleUse('pay.card', {
        name: 'Keep your card',
        got: rule('{amount} minutes less of typing', 'time_saved', 'We count 45 seconds a payment.'),
      }),
    ],
    { name: 'Payment' },
  ),
  exampleCategory('news', [exampleUse('news.mail', { name: 'Send news', benefit: 'You read our news.' })], {
    name: 'News',
  }),
]);

const countings = { club: 'member_price', sizes: 'return_avoided', pay: 'time_saved' } as const;

export function benefit(
  use: 'club.prices' | 'sizes.advice' | 'pay.card',
  at: string,
  amount: number,
  currency = 'GBP',
): Benefit {
  const counting = countings[use.split('.')[0] as keyof typeof countings];
  return {
    id: `b:${use}:${at}`,
    at,
    use,
    counting,
    amount,
    currency: counting === 'member_price' ? currency : null,
    label: `Thing of ${at.slice(0, 10)}`,
  };
}

export const ledger = (benefits: readonly Benefit[], more: Partial<Ledger> = {}): Ledger => ({
  asOf: '2026-11-22T14:00:00.000Z',
  year: 2026,
  years: [2026, 2025],
  benefits: benefits.toSorted((a, b) => b.at.localeCompare(a.at)),
  ...more,
});
