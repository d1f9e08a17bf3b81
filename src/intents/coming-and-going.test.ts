import { describe, expect, test } from 'vitest';
import { tryEngine } from './try-engine.ts';
import { settled, tryBrowser } from './try-outside.ts';
import { choicesOf, stateOf } from './try-facts.ts';

const A = 'purchases.recommendations';
const B = 'browsing.analytics';
const DAY = 24 * 60 * 60 * 1000;

async function signedIn(browser = tryBrowser(), customer?: string) {
  const tried = tryEngine(browser);
  tried.engine.base(choicesOf([stateOf(A, 'on', 1), stateOf(B, 'off', 1)], customer));
  await settled();
  return tried;
}

describe('R7: offline is believed', () => {
  test('nothing is sent, and the row says that it waits', async () => {
    const { press, sent, view, page, wait } = await signedIn();
    await page('offline');
    press(A, 'off', 1);
    await wait(60_000);
    expect(sent).toHaveLength(0);
    expect(view(A)).toMatchObject({ status: 'waiting_offline', value: 'off', inForce: 'off' });
  });

  test('back online, off goes at once; on goes after a refetch that shows its base unmoved', async () => {
    const { press, sent, page, refetches } = await signedIn();
    await page('offline');
    press(A, 'off', 1);
    press(B, 'on', 1);
    await page('online');
    expect(sent.map((one) => one.items[0]?.choice)).toEqual([A]);
    await refetches[0]?.answer(choicesOf([stateOf(A, 'on', 1), stateOf(B, 'off', 1)]));
    expect(sent.map((one) => one.items[0]?.choice)).toEqual([A, B]);
  });

  test('back online, on asks if its base has moved', async () => {
    const { press, sent, page, refetches, view } = await signedIn();
    await page('offline');
    press(B, 'on', 1);
    await page('online');
    await refetches[0]?.answer(choicesOf([stateOf(A, 'on', 1), stateOf(B, 'off', 2)]));
    expect(sent).toHaveLength(0);
    expect(view(B)).toMatchObject({ status: 'changed_elsewhere', wanted: 'on', stored: { seq: 2 } });
  });

  test('a refetch that fails is tried until it comes back', async () => {
    const { press, sent, page, refetches, wait } = await signedIn();
    await page('offline');
    press(B, 'on', 1);
    await page('online');
    await refetches[0]?.fail('busy');
    await wait(30_000);
    await refetches[1]?.answer(choicesOf([stateOf(B, 'off', 1)]));
    expect(sent).toHaveLength(1);
  });

  test('a queue lives 24 hours, and then says that it was not saved', async () => {
    const { press, sent, page, view, setClock } = await signedIn();
    await page('offline');
    press(A, 'off', 1);
    setClock(Date.UTC(2020, 0, 1) + DAY + 1);
    await page('online');
    expect(sent).toHaveLength(0);
    expect(view(A)).toMatchObject({ status: 'refused', reason: 'expired', inForce: 'off', withdrawal: true });
  });
});

describe('R8: the end of a session keeps what was pressed', () => {
  test('the same key is sent again when the same customer is back', async () => {
    const { engine, press, sent, view } = await signedIn();
    press(A, 'off', 1);
    await sent[0]?.fail('signed_out');
    expect(view(A)).toMatchObject({ status: 'needs_sign_in', value: 'off', inForce: 'off', withdrawal: true });
    engine.base(choicesOf([stateOf(A, 'on', 1)]));
    await settled();
    expect(sent.map((one) => one.key)).toEqual([sent[0]?.key, sent[0]?.key]);
    await sent[1]?.answer({ seq: 2 });
    expect(view(A).status).toBe('saved');
  });

  test('what is pressed after the end waits, a withdrawal in force', async () => {
    const { engine, press, sent, view } = await signedIn();
    engine.session(null);
    press(A, 'off', 1);
    press(B, 'on', 1);
    expect(sent).toHaveLength(0);
    expect(view(A)).toMatchObject({ status: 'needs_sign_in', inForce: 'off' });
    expect(view(B)).toMatchObject({ status: 'needs_sign_in', inForce: 'off', value: 'on' });
  });

  test('another customer neither sees nor sends it, and the first finds it again', async () => {
    const { engine, press, sent, view } = await signedIn();
    engine.session(null);
    press(A, 'off', 1);
    engine.base(choicesOf([stateOf(A, 'on', 7)], 'b'.repeat(32)));
    await settled();
    expect(view(A)).toMatchObject({ status: 'saved', value: 'on', stored: { seq: 7 } });
    expect(sent).toHaveLength(0);
    engine.base({ ...choicesOf([stateOf(A, 'on', 1)]), asOf: '2026-11-22T15:00:00.000Z' });
    await settled();
    expect(view(A)).toMatchObject({ value: 'off', inForce: 'off' });
    expect(sent).toHaveLength(1);
  });

  test('choices of the customer before that come late do not bring them back', async () => {
    const { engine, view } = await signedIn();
    engine.base(choicesOf([stateOf(A, 'off', 9)], 'b'.repeat(32)));
    engine.base(choicesOf([stateOf(A, 'on', 1)]));
    expect(engine.store.getState().subject).toBe('b'.repeat(32));
    expect(view(A)).toMatchObject({ value: 'off', stored: { seq: 9 } });
  });

  test('an answer for the customer before tells nothing to the next', async () => {
    const { engine, press, sent, view } = await signedIn();
    press(A, 'off', 1);
    engine.base(choicesOf([stateOf(A, 'on', 7)], 'b'.repeat(32)));
    await sent[0]?.answer({ seq: 8 });
    expect(view(A)).toMatchObject({ value: 'on', stored: { seq: 7 } });
  });

  test('a backend that cannot tell whose choices they are is taken to speak of somebody new each time', async () => {
    const browser = tryBrowser();
    const { customer: _, ...nameless } = choicesOf([stateOf(A, 'on', 1)]);
    const first = tryEngine(browser);
    first.engine.base(nameless);
    first.press(A, 'off', 1);
    expect(first.sent).toHaveLength(1);
    first.engine.base(nameless);
    expect(first.view(A).status).toBe('saving');
    first.stop();
    const next = tryEngine(browser);
    next.engine.base(nameless);
    await settled();
    expect(next.sent).toHaveLength(0);
    expect(next.view(A)).toMatchObject({ status: 'saved', value: 'on' });
  });

  test('a 401 of an earlier session does not end the present one', async () => {
    const { engine, press, sent, view } = await signedIn();
    press(A, 'off', 1);
    engine.session(null);
    engine.base(choicesOf([stateOf(A, 'on', 1)]));
    await sent[0]?.fail('signed_out');
    expect(view(A).status).toBe('saving');
    expect(sent).toHaveLength(2);
  });
});

describe('R10 and R14: the page goes and comes back', () => {
  test('whatever is sent outlives the page', async () => {
    const { press, sent } = await signedIn();
    press(A, 'off', 1);
    expect(sent[0]?.keepalive).toBe(true);
  });

  test('hidden, what waits for its next try goes at once, and a withdrawal does not wait for the flight before it', async () => {
    const { press, sent, page } = await signedIn();
    press(A, 'off', 1);
    await sent[0]?.fail('busy');
    press(B, 'on', 1);
    press(B, 'off', 1);
    await page('hidden');
    expect(sent.slice(2).map((one) => `${one.items[0]?.choice} ${one.items[0]?.value}`)).toEqual([
      `${B} off`,
      `${A} off`,
    ]);
  });

  test('on return, what was in the air is unconfirmed until the refetch is back', async () => {
    const { press, sent, page, view, refetches } = await signedIn();
    press(A, 'off', 1);
    await page('hidden');
    await page('shown');
    expect(view(A)).toMatchObject({ status: 'unconfirmed', inForce: 'off' });
    await refetches[0]?.answer(choicesOf([stateOf(A, 'off', 2)]));
    expect(view(A).status).toBe('saving');
    await sent[0]?.answer({ seq: 2 });
    expect(view(A)).toMatchObject({ status: 'saved', receipt: { seq: 2 } });
  });

  test('a page restored from the memory of the browser says nothing is saved before it has asked', async () => {
    const { press, sent, page, view, refetches } = await signedIn();
    press(A, 'off', 1);
    await sent[0]?.answer({ seq: 2 });
    await page('restored');
    expect(view(A).status).toBe('unconfirmed');
    expect(view(B).status).toBe('unconfirmed');
    await refetches[0]?.answer(choicesOf([stateOf(A, 'on', 5), stateOf(B, 'off', 1)]));
    expect(view(A)).toMatchObject({ status: 'saved', value: 'on', receipt: null });
    expect(view(B).status).toBe('saved');
  });
});
