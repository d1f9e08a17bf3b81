import { describe, expect, test } from 'vitest';
import { tryEngine } from './try-engine.ts';
import { settled } from './try-outside.ts';
import { choicesOf, serverTime, stateOf } from './try-facts.ts';

const A = 'purchases.recommendations';
const B = 'browsing.analytics';

async function signedIn(...states: Parameters<typeof choicesOf>[0]) {
  const tried = tryEngine();
  tried.engine.base(choicesOf(states));
  await settled();
  return tried;
}

describe('R3: a grant whose base has moved becomes a question', () => {
  test('stale: it is not sent again, and the question knows what stands, since when and by whom', async () => {
    const { press, sent, view, wait } = await signedIn(stateOf(A, 'off', 1));
    press(A, 'on', 1);
    await sent[0]?.fail('stale', { current: [stateOf(A, 'off', 2)] });
    expect(view(A)).toMatchObject({
      status: 'changed_elsewhere',
      reason: 'stale',
      value: 'off',
      inForce: 'off',
      wanted: 'on',
      stored: { seq: 2, decided: { at: serverTime(2), by: 'customer', value: 'off' } },
    });
    await wait(60_000);
    expect(sent).toHaveLength(1);
  });

  test('a queued grant dies where the click before it was raced', async () => {
    const { press, sent, view } = await signedIn(stateOf(A, 'on', 1));
    press(A, 'off', 1);
    press(A, 'on', 1);
    await sent[0]?.answer({ seq: 3, raced: true });
    expect(sent).toHaveLength(1);
    expect(view(A)).toMatchObject({ status: 'changed_elsewhere', value: 'off', wanted: 'on', stored: { seq: 3 } });
  });

  test('a changed notice asks too, and the choices are fetched again', async () => {
    const { press, sent, view, refetches } = await signedIn(stateOf(A, 'off', 1));
    press(A, 'on', 1);
    await sent[0]?.fail('notice_changed', { current: [stateOf(A, 'off', 1)] });
    expect(view(A)).toMatchObject({ status: 'changed_elsewhere', reason: 'notice_changed' });
    expect(refetches).toHaveLength(1);
  });

  test('a withdrawal is sent until it is acknowledged, however often it fails', async () => {
    const { press, sent, wait, view } = await signedIn(stateOf(A, 'on', 1));
    press(A, 'off', 1);
    for (let tries = 1; tries <= 40; tries++) {
      await sent.at(-1)?.fail('busy');
      expect(view(A)).toMatchObject({ status: 'unconfirmed', value: 'off', inForce: 'off' });
      await wait(30_000);
    }
    await sent.at(-1)?.answer({ seq: 9 });
    expect(view(A)).toMatchObject({ status: 'saved', value: 'off' });
  });
});

test('a key that is in the log with another body: doubted, then asked again where the wish did not come true', async () => {
  const { press, sent, view, refetches } = await signedIn(stateOf(A, 'on', 1), stateOf(B, 'on', 1));
  press(A, 'off', 1);
  press(B, 'off', 1);
  for (const one of sent) await one.fail('key_reused');
  expect(view(A)).toMatchObject({ status: 'unconfirmed', wanted: 'off' });
  await refetches.at(-1)?.answer(choicesOf([stateOf(A, 'off', 2), stateOf(B, 'on', 3)]));
  expect(view(A)).toMatchObject({ status: 'saved', value: 'off' });
  expect(view(B)).toMatchObject({ status: 'changed_elsewhere', value: 'on', wanted: 'off' });
});

/** A row that asks: another device turned it off while this one was turning it on. */
async function asked() {
  const tried = await signedIn(stateOf(A, 'off', 1));
  tried.press(A, 'on', 1);
  await tried.sent[0]?.fail('stale', { current: [stateOf(A, 'off', 2)] });
  return tried;
}

describe('R9: the question is answered on its row', () => {
  test('[Turn on] is a new click on what is on screen now', async () => {
    const { engine, sent, view } = await asked();
    engine.again(A, { seq: 2, notice: 1 });
    expect(sent[1]?.items).toEqual([{ choice: A, value: 'on', seen: { seq: 2, notice: 1 } }]);
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
    expect(view(A).status).toBe('saving');
  });

  test('[Keep off] puts it away, and sends nothing', async () => {
    const { engine, sent, view } = await asked();
    engine.dismiss(A);
    expect(view(A)).toMatchObject({ status: 'saved', value: 'off', wanted: null });
    expect(sent).toHaveLength(1);
  });

  test('a wish that came true elsewhere is no question', async () => {
    const { engine, view } = await asked();
    engine.base(choicesOf([stateOf(A, 'on', 3)]));
    expect(view(A)).toMatchObject({ status: 'saved', value: 'on' });
  });
});

describe('I3: each choice of one click has its own end', () => {
  test('the withdrawal is saved and the stale grant beside it asks', async () => {
    const { engine, sent, view, refetches } = await signedIn(stateOf(A, 'on', 1), stateOf(B, 'off', 1));
    const seen = { seq: 1, notice: 1 };
    engine.intend([
      { choice: A, value: 'off', seen, options: ['off', 'on'] },
      { choice: B, value: 'on', seen, options: ['off', 'on'] },
    ]);
    await sent[0]?.answer({ seq: 3, raced: true, outcomes: { [B]: 'stale' } });
    expect(view(A)).toMatchObject({ status: 'saved', value: 'off', receipt: { seq: 3 } });
    expect(view(B)).toMatchObject({ status: 'unconfirmed', value: 'off', inForce: 'off', wanted: 'on' });
    await refetches[0]?.answer(choicesOf([stateOf(A, 'off', 3), stateOf(B, 'off', 2)]));
    expect(view(B)).toMatchObject({ status: 'changed_elsewhere', value: 'off', wanted: 'on', stored: { seq: 2 } });
  });

  test('a grant without what it needs is refused, and says why', async () => {
    const { engine, sent, view } = await signedIn(stateOf(A, 'on', 1), stateOf(B, 'off', 1));
    const seen = { seq: 1, notice: 1 };
    engine.intend([
      { choice: A, value: 'off', seen, options: ['off', 'on'] },
      { choice: B, value: 'on', seen, options: ['off', 'on'] },
    ]);
    await sent[0]?.answer({ seq: 2, outcomes: { [B]: 'unseen' } });
    expect(view(B)).toMatchObject({ status: 'refused', reason: 'unseen', value: 'off', inForce: 'off' });
  });
});
