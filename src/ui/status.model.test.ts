import { setupI18n } from '@lingui/core';
import { describe, expect, test } from 'vitest';
import { voiceOf } from '#i18n/voice.ts';
import { bulkStatusOf } from './bulk-status.model.ts';
import { statusOf, type StatusFacts, type ToldChoice } from './status.model.ts';

const english = voiceOf(setupI18n({ locale: 'en-GB', messages: { 'en-GB': {} } }), 'Europe/London');
const at = '2026-05-03T09:00:00.000Z';
const stored = { effective: 'off', why: 'customer', since: at, decided: { at, by: 'customer' }, seq: 3 };
const choiceView = (of: NonNullable<ToldChoice['stored']>, more: Partial<ToldChoice> = {}): ToldChoice => ({
  status: 'saved',
  stored: of,
  wanted: null,
  withdrawal: false,
  reason: null,
  notYet: false,
  anotherWay: false,
  here: null,
  receipt: null,
  ...more,
});

const facts: StatusFacts = { voice: english, durability: 'durable', receipts: true, email: 'privacy@shop.example' };
const granting = (more: Partial<ToldChoice>) => choiceView(stored, { wanted: 'on', ...more });
const withdrawing = (more: Partial<ToldChoice>) =>
  choiceView({ ...stored, effective: 'on' }, { wanted: 'off', withdrawal: true, ...more });
const say = (view: ToldChoice, more: Partial<StatusFacts> = {}) => statusOf({ ...facts, ...more }, view);

describe('what stands beside a control', () => {
  test('is nothing, where nothing was pressed here', () => {
    expect(say(choiceView(stored))).toBeNull();
  });

  test.for([
    ['durable', 'Saved', 31],
    ['browser', 'Saved in this browser only', 31],
    ['none', 'Preview: not saved', null],
  ] as const)(
    'is as sure as the backend is, with a receipt only of what is kept: %s',
    ([durability, words, receipt]) => {
      const view = choiceView(stored, { receipt: { seq: 31 } });
      expect(say(view, { durability })).toMatchObject({ tone: 'kept', text: words, receipt });
    },
  );

  test('offers no receipt where the backend signs none', () => {
    expect(say(choiceView(stored, { receipt: { seq: 31 } }), { receipts: false })?.receipt).toBeNull();
  });

  test('says "sent" and then "confirmed" where nobody can promise more, and never "saved"', () => {
    const unversioned = { durability: 'unknown' } as const;
    for (const pressed of [granting, withdrawing]) {
      const view = pressed({ status: 'unconfirmed', reason: 'sent' });
      expect(say(view, unversioned)).toMatchObject({ tone: 'wait', text: 'Sent. Not confirmed yet.', tryNow: false });
    }
    const view = choiceView(stored, { receipt: { seq: 31 } });
    expect(say(view, { ...unversioned, receipts: false })).toMatchObject({ text: 'Confirmed', receipt: null });
  });

  test('says of a withdrawal that it holds here already, of a grant only that it is being saved', () => {
    expect(say(withdrawing({ status: 'saving' }))?.text).toBe('Off here already. Saving…');
    expect(say(granting({ status: 'saving' }))?.text).toBe('Saving…');
  });

  test('says after ten seconds that it is not saved yet, and offers to try now', () => {
    expect(say(granting({ status: 'saving', notYet: true }))).toMatchObject({
      tone: 'heed',
      text: 'Not saved yet. We are trying again.',
      tryNow: true,
    });
  });

  test('offers another way after five tries', () => {
    const view = withdrawing({ status: 'retrying', anotherWay: true });
    expect(say(view)?.text).toMatch(/You can also write to privacy@shop\.example\.$/);
  });

  test('never claims more than is known when the answer was lost', () => {
    expect(say(withdrawing({ status: 'unconfirmed' }))?.text).toBe(
      'We could not confirm this. Your choice is off in this browser until we do.',
    );
    expect(say(granting({ status: 'unconfirmed' }))?.text).toBe(
      'We could not confirm this. It counts as off until we do.',
    );
    expect(say(choiceView(stored, { status: 'unconfirmed' }))?.text).toBe('Checking what is saved…');
  });

  test('waits offline, and says what holds until then', () => {
    expect(say(withdrawing({ status: 'waiting_offline' }))?.text).toMatch(/It is off here/);
    expect(say(granting({ status: 'waiting_offline' }))?.text).toMatch(/It stays off until we can save it/);
  });

  test('asks again when another device was quicker, with what it is now and when that was', () => {
    const status = say(choiceView(stored, { status: 'changed_elsewhere', wanted: 'on', reason: 'stale' }));
    expect(status?.asks).toBe(true);
    expect(status?.text.replaceAll('\u00a0', ' ')).toBe(
      'This changed on another device on 3 May 2026 at 10:00: now off. You were turning it on.',
    );
  });

  test('asks again when the notice changed in between', () => {
    const status = say(choiceView(stored, { status: 'changed_elsewhere', wanted: 'on', reason: 'notice_changed' }));
    expect(status).toMatchObject({ asks: true, text: expect.stringMatching(/^The notice changed while/) as unknown });
  });

  test('leads to signing in when the session ended', () => {
    expect(say(granting({ status: 'needs_sign_in' }))?.signIn).toBe(true);
    expect(say(withdrawing({ status: 'needs_sign_in' }))?.text).toMatch(/It is off in this browser/);
  });

  test('says of a refusal what stands, and whom to write to', () => {
    const status = say(withdrawing({ status: 'refused', reason: 'forbidden' }));
    expect(status).toMatchObject({ dismiss: true });
    expect(status?.text).toBe(
      'We could not save this. It is off in this browser only. You can also write to privacy@shop.example.',
    );
  });
});

describe('the status of many uses', () => {
  const uses = [
    { id: 'orders.picks', name: 'Pick things' },
    { id: 'orders.offers', name: 'Send offers' },
  ];
  const of = (picks: Partial<ToldChoice>, offers: Partial<ToldChoice>) =>
    bulkStatusOf(facts, uses, {
      'orders.picks': choiceView(stored, picks),
      'orders.offers': choiceView(stored, offers),
    });

  test('is nothing while nothing was pressed', () => expect(of({}, {})).toBeNull());

  test('is saved with the newest receipt', () => {
    expect(of({ receipt: { seq: 4 } }, { receipt: { seq: 9 } })).toMatchObject({
      text: 'Saved',
      receipt: 9,
    });
  });

  test('is nothing any more once one of them was decided elsewhere since', () => {
    const elsewhere = { ...stored, effective: 'on', seq: 12 };
    expect(of({ stored: elsewhere }, { receipt: { seq: 9 } })).toBeNull();
  });

  test('is not saved while one is still being saved', () => {
    expect(of({ receipt: { seq: 4 } }, { status: 'saving', wanted: 'on' })?.text).toBe('Saving…');
  });

  test('names the one use that needs attention, and counts several', () => {
    const offline = { status: 'waiting_offline', wanted: 'on' } as const;
    expect(of(offline, {})?.text).toMatch(/^Pick things: You are offline/);
    expect(of(offline, offline)?.text).toMatch(/^2 uses: You are offline/);
  });

  test('announces questions without asking them', () => {
    const asks = { status: 'changed_elsewhere', wanted: 'on', reason: 'stale' } as const;
    expect(of(asks, asks)).toMatchObject({ text: '2 uses here have a question for you.', asks: false });
  });
});
