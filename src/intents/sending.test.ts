import { describe, expect, test } from 'vitest';
import { tryEngine } from './try-engine.ts';
import { settled } from './try-outside.ts';
import { choicesOf, stateOf } from './try-facts.ts';

const A = 'purchases.recommendations';
const B = 'browsing.analytics';

async function signedIn(...states: Parameters<typeof choicesOf>[0]) {
  const tried = tryEngine();
  tried.engine.base(choicesOf(states));
  await settled();
  return tried;
}

describe('R1: a withdrawal is never dropped as "no change"', () => {
  test('off is sent although the screen already shows off', async () => {
    const { press, sent, view } = await signedIn(stateOf(A, 'off', 3));
    press(A, 'off', 3);
    expect(sent.map((one) => one.items)).toEqual([[{ choice: A, value: 'off', seen: { seq: 3, notice: 1 } }]]);
    expect(view(A).status).toBe('saving');
  });

  test('off is sent although nothing is known of the choice yet', async () => {
    const { press, sent } = await signedIn();
    press(A, 'off');
    expect(sent).toHaveLength(1);
  });
});

describe('R2: an answer clears only its own click', () => {
  test('the answer to the first of two clicks leaves the second unsettled', async () => {
    const { press, sent, view } = await signedIn(stateOf(A, 'off'));
    press(A, 'on');
    press(A, 'off');
    expect(sent).toHaveLength(1);
    await sent[0]?.answer({ seq: 1 });
    expect(view(A)).toMatchObject({ status: 'saving', value: 'off', inForce: 'off', stored: { effective: 'on' } });
    expect(sent[1]?.items[0]).toMatchObject({ value: 'off' });
    await sent[1]?.answer({ seq: 2 });
    expect(view(A)).toMatchObject({ status: 'saved', value: 'off', stored: { seq: 2 } });
  });

  test('of many quick clicks the first and the last are sent', async () => {
    const { press, sent, view } = await signedIn(stateOf(A, 'off'));
    for (const value of ['on', 'off', 'on', 'off', 'on']) press(A, value);
    await sent[0]?.answer({ seq: 1 });
    await sent[1]?.answer({ seq: 2 });
    expect(sent.map((one) => one.items[0]?.value)).toEqual(['on', 'on']);
    expect(view(A)).toMatchObject({ status: 'saved', value: 'on' });
  });

  test('a click that names another choice too is not superseded as a whole', async () => {
    const { engine, press, sent, page } = await signedIn(stateOf(A, 'on', 1), stateOf(B, 'on', 1));
    await page('offline');
    const both = [A, B].map((choice) => ({
      choice,
      value: 'off',
      seen: { seq: 1, notice: 1 },
      options: ['off', 'on'],
    }));
    engine.intend(both);
    press(A, 'off', 1);
    await page('online');
    await sent[0]?.answer({ seq: 2 });
    expect(sent.map((one) => one.items.map((item) => item.choice))).toEqual([[A], [A, B]]);
  });

  test('a late answer to a click that was given up tells what is stored, and settles nothing', async () => {
    const { press, sent, view, wait } = await signedIn(stateOf(A, 'off'));
    press(A, 'on');
    press(A, 'off');
    await wait(15_000);
    expect(sent[1]?.items[0]).toMatchObject({ value: 'off' });
    await sent[0]?.answer({ seq: 1 });
    expect(view(A)).toMatchObject({ status: 'saving', value: 'off', stored: { effective: 'on', seq: 1 } });
  });
});

describe('R4: one flight per choice, and seq never goes back', () => {
  test('a second click on a choice waits for the first; one on another choice does not', async () => {
    const { press, sent } = await signedIn(stateOf(A, 'on'), stateOf(B, 'on'));
    press(A, 'off');
    press(A, 'on');
    press(B, 'off');
    expect(sent.map((one) => one.items[0]?.choice)).toEqual([A, B]);
  });

  test('older choices that arrive later change nothing', async () => {
    const { engine, view } = await signedIn(stateOf(A, 'off', 5));
    engine.base(choicesOf([stateOf(A, 'on', 4)]));
    expect(view(A)).toMatchObject({ value: 'off', stored: { seq: 5 } });
    expect(view(A, stateOf(A, 'on', 4))).toMatchObject({ value: 'off', stored: { seq: 5 } });
    expect(view(A, stateOf(A, 'on', 6))).toMatchObject({ value: 'on', stored: { seq: 6 } });
  });
});

describe('R5: one key per click, kept before it is sent, retried until it is settled', () => {
  test('it is in storage when it is sent, and gone when it is settled', async () => {
    const { press, sent, view } = await signedIn(stateOf(A, 'on'));
    press(A, 'off');
    expect(sent[0]?.kept).toBe(true);
    await sent[0]?.answer({ seq: 1 });
    press(A, 'off', 1);
    expect(view(A).receipt).toBeNull();
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  test('every try carries the same key and the same body', async () => {
    const { press, sent, wait } = await signedIn(stateOf(A, 'on'));
    press(A, 'off');
    for (const code of ['offline', 'timeout', 'bad_answer', 'internal', 'busy', 'too_many'] as const) {
      await sent.at(-1)?.fail(code);
      await wait(30_000);
    }
    expect(sent).toHaveLength(7);
    const bodies = sent.map(({ key, items, clientTime, surface }) =>
      JSON.stringify({ key, items, clientTime, surface }),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  test('a flight without an answer is given up after 15 seconds and tried again', async () => {
    const { press, sent, wait, view } = await signedIn(stateOf(A, 'on'));
    press(A, 'off');
    await wait(15_000);
    expect(view(A)).toMatchObject({ status: 'unconfirmed', reason: 'timeout', tries: 1 });
    await wait(1000);
    expect(sent).toHaveLength(2);
  });

  test('the other side is not asked sooner than it wished', async () => {
    const { press, sent, wait, view } = await signedIn(stateOf(A, 'off'));
    press(A, 'on');
    await sent[0]?.fail('too_many', { retryAfter: 20_000 });
    expect(view(A)).toMatchObject({ status: 'retrying', reason: 'too_many' });
    await wait(19_000);
    expect(sent).toHaveLength(1);
    await wait(1000);
    expect(sent).toHaveLength(2);
  });

  test('"try now" does not wait', async () => {
    const { engine, press, sent } = await signedIn(stateOf(A, 'on'));
    press(A, 'off');
    await sent[0]?.fail('busy');
    engine.tryNow();
    expect(sent).toHaveLength(2);
  });

  test('after ten seconds the view says "not saved yet", after five failed tries it offers another way', async () => {
    const { press, sent, wait, view } = await signedIn(stateOf(A, 'on'));
    press(A, 'off');
    await sent[0]?.fail('busy');
    expect(view(A)).toMatchObject({ notYet: false, anotherWay: false });
    await wait(10_000);
    expect(view(A)).toMatchObject({ notYet: true, anotherWay: false });
    for (let tries = 2; tries <= 5; tries++) {
      await sent.at(-1)?.fail('busy');
      await wait(30_000);
    }
    expect(view(A)).toMatchObject({ anotherWay: true, value: 'off', inForce: 'off' });
  });
});

describe('R13: a double-click is two clicks', () => {
  test('it makes two commands with two keys, and ends where the second click was', async () => {
    const { press, sent, view } = await signedIn(stateOf(A, 'on', 1));
    press(A, 'off', 1);
    press(A, 'on', 1);
    await sent[0]?.answer({ seq: 2 });
    expect(sent[1]?.items[0]).toEqual({ choice: A, value: 'on', seen: { seq: 2, notice: 1 } });
    await sent[1]?.answer({ seq: 3 });
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map((one) => one.key)).size).toBe(2);
    expect(view(A)).toMatchObject({ status: 'saved', value: 'on', receipt: { seq: 3, jws: 'jws' } });
  });
});
