import { describe, expect, test } from 'vitest';
import { tryEngine } from './try-engine.ts';
import { settled, tryBrowser } from './try-outside.ts';
import { choicesOf, stateOf } from './try-facts.ts';

const A = 'purchases.recommendations';

async function twoTabs(browser = tryBrowser()) {
  const tabs = [tryEngine(browser), tryEngine(browser)] as const;
  for (const tab of tabs) tab.engine.base(choicesOf([stateOf(A, 'on', 1)]));
  await settled();
  return tabs;
}

describe('R11: the tabs of one browser', () => {
  test('a press shows and holds in the other tab, which does not send it', async () => {
    const [first, second] = await twoTabs();
    first.press(A, 'off', 1);
    await settled();
    expect(second.view(A)).toMatchObject({ status: 'saving', value: 'off', inForce: 'off' });
    expect(first.sent).toHaveLength(1);
    expect(second.sent).toHaveLength(0);
  });

  test('when it is saved the other tab asks the backend what is stored, and says so only then', async () => {
    const [first, second] = await twoTabs();
    first.press(A, 'off', 1);
    await settled();
    await first.sent[0]?.answer({ seq: 2 });
    expect(second.view(A)).toMatchObject({ status: 'unconfirmed', stored: { seq: 1 } });
    await second.refetches.at(-1)?.answer(choicesOf([stateOf(A, 'off', 2)]));
    expect(second.view(A)).toMatchObject({ status: 'saved', value: 'off' });
  });

  test('when its tab dies the other one sends it, with the same key', async () => {
    const [first, second] = await twoTabs();
    first.press(A, 'off', 1);
    await settled();
    first.stop();
    await settled();
    expect(second.sent.map((one) => one.key)).toEqual(first.sent.map((one) => one.key));
    await second.sent[0]?.answer({ seq: 2 });
    expect(second.view(A)).toMatchObject({ status: 'saved', value: 'off' });
  });

  test('the next page sends what the last one left behind', async () => {
    const browser = tryBrowser();
    const first = tryEngine(browser);
    first.engine.base(choicesOf([stateOf(A, 'on', 1)]));
    first.press(A, 'off', 1);
    first.stop();
    const next = tryEngine(browser);
    next.engine.base(choicesOf([stateOf(A, 'on', 1)]));
    await settled();
    expect(next.sent.map(({ key, items, clientTime }) => ({ key, items, clientTime }))).toEqual(
      first.sent.map(({ key, items, clientTime }) => ({ key, items, clientTime })),
    );
  });

  test('without locks both send, and the key makes it one decision', async () => {
    const [first, second] = await twoTabs(tryBrowser({ locks: false }));
    first.press(A, 'off', 1);
    await settled();
    expect(new Set([...first.sent, ...second.sent].map((one) => one.key)).size).toBe(1);
    await first.sent[0]?.answer({ seq: 2 });
    await second.sent[0]?.answer({ seq: 2 });
    await second.refetches.at(-1)?.answer(choicesOf([stateOf(A, 'off', 2)]));
    for (const tab of [first, second]) expect(tab.view(A)).toMatchObject({ status: 'saved', value: 'off' });
  });

  test('a click of the other tab that nobody here had seen does not make way, and is not built upon', async () => {
    const browser = tryBrowser();
    const [first, second] = await twoTabs(browser);
    browser.ears.clear();
    first.press(A, 'off', 1);
    await settled();
    second.press(A, 'on', 1);
    await second.sent[0]?.fail('stale', { current: [stateOf(A, 'off', 2)] });
    expect(second.view(A)).toMatchObject({ status: 'changed_elsewhere', wanted: 'on', value: 'off' });
    await first.sent[0]?.answer({ seq: 2 });
    expect(first.view(A)).toMatchObject({ status: 'saved', value: 'off' });
  });

  test('a hint that is invented changes no decision', async () => {
    const browser = tryBrowser();
    const [first] = await twoTabs(browser);
    for (const ear of browser.ears) {
      for (const lie of [null, 'on', { subject: 'a'.repeat(32), seqs: { [A]: 99 }, value: 'on' }]) ear(lie);
    }
    await settled();
    expect(first.view(A)).toMatchObject({ value: 'on', stored: { seq: 1 } });
  });

  test('another customer in one tab ends the session of the other', async () => {
    const [first, second] = await twoTabs();
    first.engine.base({ ...choicesOf([stateOf(A, 'on', 4)], 'b'.repeat(32)) });
    await settled();
    second.press(A, 'off', 1);
    expect(second.view(A).status).toBe('needs_sign_in');
    expect(second.sent).toHaveLength(0);
    await second.refetches[0]?.answer({ ...choicesOf([stateOf(A, 'on', 4)], 'b'.repeat(32)) });
    expect(second.view(A)).toMatchObject({ status: 'saved', value: 'on', stored: { seq: 4 } });
    expect(second.sent).toHaveLength(0);
  });

  test('a tab that speaks of another customer ends nothing where the backend says otherwise', async () => {
    const browser = tryBrowser();
    const [first] = await twoTabs(browser);
    for (const ear of browser.ears) ear({ subject: 'b'.repeat(32), seqs: {} });
    first.press(A, 'off', 1);
    expect(first.sent).toHaveLength(0);
    await first.refetches[0]?.answer(choicesOf([stateOf(A, 'on', 1)]));
    expect(first.sent).toHaveLength(1);
  });
});
