import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { choicesOf } from './effective.ts';
import { exampleNoticeTerms, exampleTerms } from './example-notice.ts';
import { signalItems } from './signal.ts';
import { newSubject, type SubjectState } from './subject.ts';

const NOW = '2026-06-01T12:00:00.000Z';
const notices = [
  exampleNoticeTerms({
    'a.first': exampleTerms({ initial: 'on' }),
    'a.sale': exampleTerms({ initial: 'on', signals: ['sale'] }),
    'b.share': exampleTerms({ signals: ['share', 'cross_context_ads'] }),
  }),
];

const after = (state: SubjectState, command: Parameters<typeof decide>[1]): SubjectState => {
  const decision = decide(state, command, notices, NOW);
  if (!decision.stored) throw new Error(decision.detail);
  return decision.state;
};

describe('a browser signal', () => {
  const items = signalItems(newSubject, notices, NOW);
  const recorded = after(newSubject, { items, by: 'gpc', gpc: true });

  test('withdraws exactly what it touches', () => {
    expect(items).toEqual([
      { choice: 'a.sale', value: 'off' },
      { choice: 'b.share', value: 'off' },
    ]);
  });

  test('is recorded as a decision of its own, with the moment it was first seen', () => {
    expect(recorded.signalAt).toBe(NOW);
    expect(recorded.choices['a.sale']?.decided).toMatchObject({ value: 'off', by: 'gpc' });
    expect(recorded.choices['a.first']).toBeUndefined();
    expect(choicesOf(recorded, notices, NOW, true).signal).toEqual({ gpc: true, recordedAt: NOW });
  });

  test('is recorded once', () => {
    expect(signalItems(recorded, notices, NOW)).toEqual([]);
  });

  test('leaves alone what the customer refused, and what they granted knowing of it', () => {
    const refused = after(newSubject, { items: [{ choice: 'a.sale', value: 'off' }], by: 'customer', gpc: true });
    expect(signalItems(refused, notices, NOW)).toEqual([{ choice: 'b.share', value: 'off' }]);
    const grant = { choice: 'a.sale', value: 'on', seen: { seq: 1, notice: 1 }, gpcAck: true as const };
    const granted = after(recorded, { items: [grant], by: 'customer', gpc: true });
    expect(signalItems(granted, notices, NOW)).toEqual([]);
  });

  test('withdraws again what was granted without knowing of it', () => {
    const grant = { choice: 'a.sale', value: 'on', seen: { seq: 1, notice: 1 } };
    const granted = after(recorded, { items: [grant], by: 'customer', gpc: false });
    expect(signalItems(granted, notices, NOW)).toEqual([{ choice: 'a.sale', value: 'off' }]);
  });

  test('that is gone gives nothing back', () => {
    const [, sale] = choicesOf(recorded, notices, NOW, false).choices;
    expect(sale).toMatchObject({ choice: 'a.sale', effective: 'off', why: 'gpc' });
  });

  test('has nothing to withdraw while no notice is in force', () => {
    expect(signalItems(newSubject, notices, '2020-01-01T00:00:00.000Z')).toEqual([]);
  });
});
