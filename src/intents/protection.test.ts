import { describe, expect, test } from 'vitest';
import { mostProtective } from './protection.ts';
import { tryEngine } from './try-engine.ts';
import { settled, tryBrowser } from './try-outside.ts';
import { choicesOf, four, stateOf } from './try-facts.ts';

const A = 'messages.frequency';

async function signedIn(effective: string) {
  const tried = tryEngine();
  tried.engine.base(choicesOf([stateOf(A, effective, 1)]));
  await settled();
  return tried;
}

describe('R6: what is in force in this browser', () => {
  test('a withdrawal from the click on, a grant from its receipt on', async () => {
    const down = await signedIn('daily');
    down.press(A, 'monthly', 1, four);
    expect(down.view(A)).toMatchObject({ value: 'monthly', inForce: 'monthly', stored: { effective: 'daily' } });

    const up = await signedIn('off');
    up.press(A, 'weekly', 1, four);
    expect(up.view(A)).toMatchObject({ value: 'weekly', inForce: 'off' });
    await up.sent[0]?.answer({ seq: 2 });
    expect(up.view(A)).toMatchObject({ value: 'weekly', inForce: 'weekly', status: 'saved' });
  });

  test.each(['offline', 'timeout', 'bad_answer', 'internal', 'busy', 'too_many', 'signed_out'] as const)(
    'after %s the more protective of stored and intended',
    async (code) => {
      const down = await signedIn('daily');
      down.press(A, 'off', 1, four);
      await down.sent[0]?.fail(code);
      expect(down.view(A)).toMatchObject({ value: 'off', inForce: 'off' });
      expect(down.view(A).status).not.toBe('saved');

      const up = await signedIn('monthly');
      up.press(A, 'daily', 1, four);
      await up.sent[0]?.fail(code);
      expect(up.view(A)).toMatchObject({ value: 'daily', inForce: 'monthly' });
      expect(up.view(A).status).not.toBe('saved');
    },
  );

  test.each(['malformed', 'no_key', 'forbidden', 'not_found', 'too_large', 'unseen', 'stale'] as const)(
    'a withdrawal that is refused as %s stays in force, and says so',
    async (code) => {
      const { press, sent, view } = await signedIn('daily');
      press(A, 'off', 1, four);
      await sent[0]?.fail(code);
      expect(view(A)).toMatchObject({
        status: 'refused',
        reason: code,
        value: 'off',
        inForce: 'off',
        withdrawal: true,
        stored: { effective: 'daily' },
      });
    },
  );

  test('a refused withdrawal is put away when something as protective is stored', async () => {
    const { engine, press, sent, view, refetches } = await signedIn('daily');
    press(A, 'monthly', 1, four);
    await sent[0]?.fail('forbidden');
    await refetches[0]?.answer(choicesOf([stateOf(A, 'weekly', 2)]));
    expect(view(A)).toMatchObject({ status: 'refused', inForce: 'monthly' });
    engine.base(choicesOf([stateOf(A, 'off', 3)]));
    expect(view(A)).toMatchObject({ status: 'saved', value: 'off' });
  });

  test('a refused withdrawal is in force in the next page, which tries it once more', async () => {
    const browser = tryBrowser();
    const first = tryEngine(browser);
    first.engine.base(choicesOf([stateOf(A, 'daily', 1)]));
    first.press(A, 'off', 1, four);
    await first.sent[0]?.fail('forbidden');
    first.stop();
    const next = tryEngine(browser);
    next.engine.base(choicesOf([stateOf(A, 'daily', 1)]));
    await settled();
    expect(next.view(A)).toMatchObject({ inForce: 'off', value: 'off' });
    expect(next.sent.map((one) => one.key)).toEqual([first.sent[0]?.key]);
    next.engine.dismiss(A);
    await next.sent[0]?.answer({ seq: 2 });
    expect(browser.stored.size).toBe(0);
  });

  test('a refused grant changes nothing', async () => {
    const { press, sent, view } = await signedIn('off');
    press(A, 'daily', 1, four);
    await sent[0]?.fail('forbidden');
    expect(view(A)).toMatchObject({
      status: 'refused',
      value: 'off',
      inForce: 'off',
      wanted: 'daily',
      withdrawal: false,
    });
  });

  test('the order of the options decides, whatever their names', () => {
    expect(mostProtective(four, 'daily', 'weekly', 'monthly')).toBe('monthly');
    expect(mostProtective(four, 'off', 'daily')).toBe('off');
    expect(mostProtective(['all', 'some'], 'some', 'all')).toBe('all');
  });
});
