import { describe, expect, test } from 'vitest';
import { tryEngine } from './try-engine.ts';
import { settled } from './try-outside.ts';
import { choicesOf, entryOf, serverTime, stateOf } from './try-facts.ts';

const A = 'purchases.recommendations';

async function pressedOff() {
  const tried = tryEngine();
  tried.engine.base(choicesOf([stateOf(A, 'on', 4)]));
  await settled();
  tried.press(A, 'off', 4);
  return tried;
}

const answerWith = (entry: ReturnType<typeof entryOf>) => ({ entry, receipt: 'jws', replayed: false });

describe('R12: times are the server’s', () => {
  test('whatever this browser’s clock says', async () => {
    const { sent, view, confirmed } = await pressedOff();
    await sent[0]?.answer({ seq: 5 });
    expect(view(A).stored?.decided).toMatchObject({ at: serverTime(5), by: 'customer', value: 'off', notice: 1 });
    expect(view(A).stored?.since).toBe(serverTime(5));
    expect(sent[0]?.clientTime).toBe('2020-01-01T00:00:00.000Z');
    expect(confirmed).toHaveLength(1);
  });
});

describe('a backend that lies is never shown as saved', () => {
  const items = [{ choice: A, value: 'off' }];
  test.each([
    ['an entry older than what was on screen', entryOf(items, { seq: 4 })],
    ['an entry without the choice', entryOf([{ choice: 'browsing.analytics', value: 'off' }], { seq: 5 })],
    ['an entry with another value', entryOf([{ choice: A, value: 'on' }], { seq: 5 })],
    ['an entry without items', entryOf([], { seq: 5 })],
  ])('%s', async (_, entry) => {
    const { sent, view, confirmed, wait } = await pressedOff();
    await sent[0]?.answerWith(answerWith(entry));
    expect(view(A)).toMatchObject({ status: 'unconfirmed', reason: 'bad_answer', value: 'off', inForce: 'off' });
    expect(confirmed).toHaveLength(0);
    await wait(1000);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  test('a withdrawal that is called stale was refused, and stays in force', async () => {
    const { sent, view } = await pressedOff();
    await sent[0]?.answer({ seq: 5, outcomes: { [A]: 'stale' } });
    expect(view(A)).toMatchObject({ status: 'refused', reason: 'stale', value: 'off', inForce: 'off' });
  });

  test('an adapter that throws what is no BackendError leaves it unconfirmed', async () => {
    const { sent, view } = await pressedOff();
    await sent[0]?.breakWith(new TypeError('x is undefined'));
    expect(view(A)).toMatchObject({ status: 'unconfirmed', reason: 'bad_answer', inForce: 'off' });
  });
});

describe('nothing is known', () => {
  test('of a choice before the first choices: neither saved nor in force', () => {
    const { view } = tryEngine();
    expect(view(A)).toMatchObject({ status: 'unconfirmed', value: null, inForce: null, stored: null });
  });

  test('of what was stored when a press comes first: the most protective option is in force', async () => {
    const { engine, press, view } = tryEngine();
    engine.session('a'.repeat(32));
    press(A, 'on');
    expect(view(A)).toMatchObject({ value: 'on', inForce: 'off', status: 'saving' });
  });
});
