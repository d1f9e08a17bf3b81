import type { Forgotten } from '#contract/holdings.ts';
import type { Deed } from '#backend/holdings-store.ts';
import type { HoldingRecord, Holdings } from '#rules/holdings.ts';
import { now } from './sample-rows.ts';

/** A record as a brand's own systems would write it. */
export const sampleRecord = (id: string, more: Partial<HoldingRecord> = {}): HoldingRecord => ({
  id,
  category: 'purchases',
  item: 'order_line',
  at: '2026-03-01T09:00:00.000Z',
  label: `Label of ${id}`,
  data: { order: 'o1', paid: 3_000, returned: false, size: null },
  ...more,
});

export const sampleForgotten = (category: string, removed = 3): Forgotten => ({
  category,
  at: now(),
  backupsUntil: '2026-12-22',
  removed,
  kept: 1,
  keptFor: ['purchases.accounts'],
});

/** All that can be held, each in every form that it has. */
export const sampleHoldings: Holdings = {
  customer: { name: 'Maya' },
  records: [
    sampleRecord('r1'),
    sampleRecord('r2', { keptFor: ['purchases.accounts', 'payment.check'] }),
    sampleRecord('r3', { correctedAt: now(), label: '“Größe 38”, told us' }),
    sampleRecord('r4', { keptFor: [] }),
  ],
  events: [
    { id: 'e1', use: 'purchases.recommendations', at: now() },
    { id: 'e2', use: 'purchases.recommendations', at: now(), data: { picked: 6, day: '2026-11-17' } },
    { id: 'e3', use: 'purchases.recommendations', at: now(), data: null },
    { id: 'e4', use: 'purchases.recommendations', at: now(), data: {} },
  ],
  forgotten: [sampleForgotten('browsing')],
  incidents: ['mail-2025', 'till-2024'],
};

export const sampleDeed = (key: string, more: Partial<Deed> = {}): Deed => ({
  key,
  command: 'c'.repeat(64),
  kind: 'forget',
  at: now(),
  answer: '{"removed":1}',
  ...more,
});
