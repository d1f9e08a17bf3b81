import { describe, expect, test } from 'vitest';
import type { DeedAnswer } from './deed.ts';
import { storedAt, tryDeeds } from './try-deeds.ts';
import { settled, tryBrowser } from './try-outside.ts';

const HOUR = 60 * 60 * 1000;
const values = (sent: ReturnType<typeof tryDeeds>['sent']) =>
  sent.map(({ asked }) => ('value' in asked.input ? asked.input.value : null));

describe('a deed is called saved', () => {
  test('only after an answer that tells of it, with the time of the backend', async () => {
    const { rooms, sent, status, changed } = tryDeeds();
    expect(status()).toBeNull();
    rooms('3');
    expect(status()).toMatchObject({ phase: 'saving', input: { value: '3' }, at: null, answer: null, unsent: false });
    expect(sent[0]).toMatchObject({ keepalive: true, kept: true });
    await sent[0]?.answer();
    expect(status()).toMatchObject({ phase: 'saved', at: storedAt, answer: { answer: { value: '3' } } });
    expect(changed).toHaveLength(1);
  });

  test('and never where nobody knows what became of it: the same key is sent until somebody does', async () => {
    const { rooms, sent, status, wait } = tryDeeds();
    rooms('3');
    for (const code of ['timeout', 'bad_answer', 'busy', 'internal', 'sent'] as const) {
      await sent.at(-1)?.fail(code);
      expect(status()).toMatchObject({ phase: 'unconfirmed', reason: code });
      await wait(30_000);
    }
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(status()).toMatchObject({ notYet: true, anotherWay: true });
    await sent.at(-1)?.answer();
    expect(status()?.phase).toBe('saved');
  });

  test.each<[string, 'answerQuestion' | 'correctRecord' | 'judgeInference' | 'recordExpectation', object, DeedAnswer]>([
    ['taken back', 'answerQuestion', { question: 'rooms', value: '3' }, { answer: null, replayed: false }],
    ['gone', 'judgeInference', { inference: 'c1', judgement: 'right' }, { inference: null, replayed: false }],
    [
      'another answer',
      'recordExpectation',
      { card: 'purchases', answer: 'expected' },
      { week: '2026-11-16', closes: storedAt, answers: [{ card: 'purchases', answer: 'not_ok' }] },
    ],
  ])('not where the answer says that it is %s', async (_, name, input, answer) => {
    const { run, sent, status, changed, wait } = tryDeeds();
    run(name, input as never, 'it');
    await sent[0]?.answer(answer);
    expect(status('it')).toMatchObject({ phase: 'unconfirmed', reason: 'bad_answer' });
    expect(changed).toEqual([]);
    await wait(30_000);
    expect(sent.map(({ key }) => key)).toEqual([sent[0]?.key, sent[0]?.key]);
  });

  test('a forgetting that failed is told as not done, with the reason', async () => {
    const { run, sent, status } = tryDeeds();
    run('forget', { scope: 'category', id: 'purchases' }, 'forget:purchases');
    await sent[0]?.fail('forbidden');
    expect(status('forget:purchases')).toMatchObject({
      phase: 'refused',
      reason: 'forbidden',
      detail: 'In a test.',
      answer: null,
    });
  });
});

describe('R2, R4: of the deeds on one target the last counts', () => {
  test('one that was not sent gives way to a later one', async () => {
    const { rooms, sent, page } = tryDeeds();
    await page('offline');
    for (const value of ['2', '3', null, '4']) rooms(value);
    await page('online');
    expect(values(sent)).toEqual(['4']);
  });

  test('one that was sent is settled first, and its answer ends nothing but itself', async () => {
    const { rooms, sent, status } = tryDeeds();
    rooms('2');
    rooms('3');
    expect(sent).toHaveLength(1);
    await sent[0]?.answer();
    expect(status()).toMatchObject({ phase: 'saving', input: { value: '3' } });
    expect(values(sent)).toEqual(['2', '3']);
    await sent[1]?.answer();
    expect(status()).toMatchObject({ phase: 'saved', input: { value: '3' } });
  });

  test('one of which nobody knows whether it is stored is asked for again before the later one goes', async () => {
    const { rooms, sent, wait } = tryDeeds();
    rooms('2');
    await sent[0]?.fail('timeout');
    rooms('3');
    await wait(30_000);
    expect(values(sent)).toEqual(['2', '2']);
    await sent[1]?.answer();
    expect(values(sent)).toEqual(['2', '2', '3']);
  });

  test('a refusal of the earlier one is no word about the later one', async () => {
    const { rooms, sent, status } = tryDeeds();
    rooms('2');
    rooms('3');
    await sent[0]?.fail('malformed');
    expect(status()).toMatchObject({ phase: 'saving', input: { value: '3' } });
  });

  test('deeds on other targets do not wait', () => {
    const { run, rooms, sent } = tryDeeds();
    rooms('2');
    run('answerQuestion', { question: 'budget', value: 3 }, 'answer:budget');
    expect(sent).toHaveLength(2);
  });
});

describe('R5: tries', () => {
  test('never come sooner than the other side asked', async () => {
    const { rooms, sent, wait } = tryDeeds();
    rooms('2');
    await sent[0]?.fail('too_many', 20_000);
    await wait(19_000);
    expect(sent).toHaveLength(1);
    await wait(1000);
    expect(sent).toHaveLength(2);
  });

  test('come at once when the customer asks for it, and when the page is about to go', async () => {
    const { rooms, sent, tryNow, page } = tryDeeds();
    rooms('2');
    await sent[0]?.fail('busy');
    tryNow();
    expect(sent).toHaveLength(2);
    await sent[1]?.fail('busy');
    await page('hidden');
    expect(sent).toHaveLength(3);
  });

  test('end with a refusal, which can be put away, or asked for again as a new deed', async () => {
    const { rooms, sent, status, again, dismiss } = tryDeeds();
    rooms('2');
    await sent[0]?.fail('malformed');
    expect(status()).toMatchObject({ phase: 'refused', input: { value: '2' } });
    again('answer:rooms');
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
    expect(values(sent)).toEqual(['2', '2']);
    await sent[1]?.fail('malformed');
    dismiss('answer:rooms');
    expect(status()).toBeNull();
  });
});

describe('R7: offline', () => {
  test('says so, sends nothing, and goes on when the connection is back', async () => {
    const { rooms, sent, status, page } = tryDeeds();
    await page('offline');
    rooms('2');
    expect(status()).toMatchObject({ phase: 'waiting_offline', unsent: true });
    expect(sent).toHaveLength(0);
    await page('online');
    expect(sent).toHaveLength(1);
  });

  test('what never left this browser can be called back', async () => {
    const { rooms, sent, status, dismiss, page } = tryDeeds();
    await page('offline');
    rooms('2');
    dismiss('answer:rooms');
    expect(status()).toBeNull();
    await page('online');
    expect(sent).toHaveLength(0);
  });

  test('after a day a forgetting is not sent, but asked again', async () => {
    const { run, sent, status, again, page, setClock } = tryDeeds();
    await page('offline');
    run('forget', { scope: 'everything' }, 'forget:everything');
    setClock(Date.UTC(2020, 0, 2) + HOUR);
    await page('online');
    expect(sent).toHaveLength(0);
    expect(status('forget:everything')).toMatchObject({ phase: 'refused', reason: 'expired' });
    again('forget:everything');
    expect(sent).toHaveLength(1);
  });

  test('one that waits behind another and grows too old is asked again, whatever becomes of the other', async () => {
    const { rooms, sent, status, setClock, page } = tryDeeds();
    rooms('2');
    rooms('3');
    setClock(Date.UTC(2020, 0, 2) + HOUR);
    await page('shown');
    await sent[0]?.answer();
    expect(status()).toMatchObject({ phase: 'refused', reason: 'expired', input: { value: '3' } });
    expect(sent).toHaveLength(1);
  });

  test('every tab asks again, and none waits for another to do so', async () => {
    const browser = tryBrowser();
    const [first, second] = [tryDeeds(browser), tryDeeds(browser)];
    for (const tab of [first, second]) await tab.page('offline');
    first.rooms('2');
    for (const tab of [first, second]) {
      tab.setClock(Date.UTC(2020, 0, 2) + HOUR);
      await tab.page('shown');
    }
    for (const tab of [first, second]) expect(tab.status()).toMatchObject({ phase: 'refused', reason: 'expired' });
    await second.page('online');
    second.rooms('3');
    expect(values(second.sent)).toEqual(['3']);
  });

  test('it is asked again in the next page too, weeks later, until it is answered', async () => {
    const browser = tryBrowser();
    const first = tryDeeds(browser);
    await first.page('offline');
    first.setClock(Date.UTC(2019, 11, 12));
    first.run('forget', { scope: 'everything' }, 'forget:everything');
    first.stop();
    for (let visit = 0; visit < 2; visit++) {
      const next = tryDeeds(browser);
      await settled();
      expect(next.status('forget:everything')).toMatchObject({ phase: 'refused', reason: 'expired' });
      expect(next.sent).toHaveLength(0);
      if (visit === 1) next.dismiss('forget:everything');
      next.stop();
    }
    expect(browser.stored.size).toBe(0);
  });
});

describe('R8: whose it is', () => {
  test('after a 401 the same key goes out when the same customer returns', async () => {
    const { rooms, sent, status, session } = tryDeeds();
    rooms('2');
    await sent[0]?.fail('signed_out');
    expect(status()?.phase).toBe('needs_sign_in');
    expect(sent).toHaveLength(1);
    session('A');
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  test('another customer neither sees nor sends it, and the first one finds it again', async () => {
    const { rooms, sent, status, session } = tryDeeds();
    rooms('2');
    await sent[0]?.fail('signed_out');
    session('B');
    expect(status()).toBeNull();
    expect(sent).toHaveLength(1);
    session('A');
    await settled();
    expect(status()).toMatchObject({ phase: 'saving', input: { value: '2' } });
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  test('an answer for the customer before says nothing to this one', async () => {
    const { rooms, sent, status, session, changed } = tryDeeds();
    rooms('2');
    session('B');
    rooms('5');
    await sent[0]?.answer();
    expect(status()).toMatchObject({ phase: 'saving', input: { value: '5' } });
    expect(changed).toEqual([]);
  });

  test('a late 401 of an earlier session ends nothing', async () => {
    const { rooms, sent, status, session } = tryDeeds();
    rooms('2');
    session(null);
    session('A');
    await sent[0]?.fail('signed_out');
    expect(status()?.phase).toBe('saving');
    expect(sent).toHaveLength(2);
  });
});

describe('R11: tabs', () => {
  test('one of them sends; the other one shows it, and asks what is stored when it is done', async () => {
    const browser = tryBrowser();
    const [first, second] = [tryDeeds(browser), tryDeeds(browser)];
    first.rooms('2');
    await settled();
    expect(second.status()).toMatchObject({ phase: 'saving', input: { value: '2' } });
    await first.sent[0]?.answer();
    expect(second.sent).toHaveLength(0);
    expect(second.status()).toBeNull();
    expect(second.changed).toEqual([null]);
  });

  test('the next one sends what a tab that died has left, with its key', async () => {
    const browser = tryBrowser();
    const [first, second] = [tryDeeds(browser), tryDeeds(browser)];
    first.rooms('2');
    first.stop();
    await settled();
    expect(second.sent.map(({ key }) => key)).toEqual(first.sent.map(({ key }) => key));
  });

  test('a later deed in one tab waits for the one that the other tab has sent', async () => {
    const browser = tryBrowser();
    const [first, second] = [tryDeeds(browser), tryDeeds(browser)];
    browser.ears.clear();
    first.rooms('2');
    await settled();
    second.rooms('3');
    await settled();
    expect(second.sent).toHaveLength(0);
    await first.sent[0]?.answer();
    expect(values(second.sent)).toEqual(['3']);
  });

  test('what is kept of another app or an older version is nothing', async () => {
    const browser = tryBrowser();
    for (const text of ['', '{', '{"version":1,"key":"k","asked":{"name":"toString"},"target":"t"}', '[1]'])
      browser.stored.set(`x${browser.stored.size}`, text);
    const { store } = tryDeeds(browser);
    await settled();
    expect(store.getState().intents).toEqual([]);
  });
});
