import { describe, expect, test } from 'vitest';
import type { Choices } from '#contract/choices.ts';
import type { Input } from '#contract/contract.ts';
import { refusal } from '#tests/conformance/room.ts';
import { confirmByReading } from './confirm-by-reading.ts';
import { BackendError, type Backend } from './port.ts';

const at = '2026-11-22T14:02:00.000Z';
const notice = { version: 1, hash: 'a'.repeat(64) };
type Items = Input<'decide'>['items'];

/** A backend that keeps the last value of every choice, counts, and refuses nothing. */
const plain = () => {
  const held = new Map<string, { value: string; seq: number }>();
  const effective = new Map<string, string>();
  const commands: Items[] = [];
  let loses = 0;
  let seq = 0;
  const backend: Pick<Backend, 'decide' | 'getChoices'> = {
    async decide({ items }) {
      commands.push(items);
      seq += 1;
      if (loses > 0) loses -= 1;
      else for (const { choice, value } of items) held.set(choice, { value, seq });
      const recorded = items.map(({ choice, value }) => {
        return { choice, value, outcome: 'applied' as const, before: null, seq, until: null, gpcAck: false };
      });
      const entry = { seq, at, by: 'customer' as const, notice, items: recorded, raced: false, hash: notice.hash };
      return { entry, receipt: '', replayed: false };
    },
    async getChoices(): Promise<Choices> {
      const choices = ['a.one', 'a.two'].map((choice) => {
        const { value = null, seq: last = 0 } = held.get(choice) ?? {};
        const said = { at, by: 'customer' as const, notice: 1, until: null, gpcAck: false };
        const holds = effective.get(choice) ?? value ?? 'off';
        const why = value === holds ? ('customer' as const) : ('default' as const);
        return {
          choice,
          decided: value === null ? null : { value, ...said },
          effective: holds,
          why,
          since: null,
          seq: last,
        };
      });
      return { notice, seq, asOf: at, signal: { gpc: false, recordedAt: null }, choices };
    },
  };
  return {
    backend,
    commands,
    decide: confirmByReading(backend),
    /** The next commands are answered and not kept. */
    lose: (count: number) => (loses = count),
    /** What holds, whatever was decided: a signal, an end or a default says so. */
    holds: (choice: string, value: string) => effective.set(choice, value),
    elsewhere: (choice: string, value: string) => held.set(choice, { value, seq: (seq += 1) }),
  };
};

const press = (...items: Items): Input<'decide'> => ({ key: 'the-key-of-one-press', items });
const on = (choice: string, seq = 0) => ({ choice, value: 'on', seen: { seq, notice: 1 } });
const off = (choice: string) => ({ choice, value: 'off' });
const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code;

describe('a decision at a backend without versions', () => {
  test('is sent, and confirmed when a read shows it; it went once', async () => {
    const { decide, commands } = plain();
    const command = press(on('a.one'));
    expect(await codeOf(decide(command))).toBe('sent');
    expect((await decide(command)).entry).toMatchObject({ seq: 1, items: [{ choice: 'a.one', outcome: 'applied' }] });
    expect(commands).toHaveLength(1);
  });

  test('that withdraws is sent until a read shows it', async () => {
    const { decide, commands, elsewhere, lose } = plain();
    elsewhere('a.one', 'on');
    lose(2);
    const command = press(off('a.one'));
    for (let tries = 0; tries < 3; tries++) expect(await codeOf(decide(command))).toBe('sent');
    expect((await decide(command)).entry.items).toMatchObject([{ choice: 'a.one', outcome: 'applied', seq: 4 }]);
    expect(commands).toHaveLength(3);
  });

  test.for(['on', null])(
    'that withdraws what is off anyhow is sent until a read shows it; decided before: %s',
    async (before) => {
      const { decide, commands, elsewhere, holds, lose } = plain();
      if (before !== null) elsewhere('a.one', before);
      holds('a.one', 'off');
      lose(1);
      const command = press(off('a.one'));
      expect(await codeOf(decide(command))).toBe('sent');
      expect(await codeOf(decide(command))).toBe('sent');
      expect((await decide(command)).entry.items).toMatchObject([{ choice: 'a.one', outcome: 'applied' }]);
      expect(commands).toEqual([[off('a.one')], [off('a.one')]]);
    },
  );

  test('that grants what is on by default is not confirmed by that', async () => {
    const { decide, holds, lose } = plain();
    holds('a.one', 'on');
    lose(1);
    const command = press(on('a.one'));
    expect(await codeOf(decide(command))).toBe('sent');
    expect(await codeOf(decide(command))).toBe('stale');
  });

  test('that grants what a signal keeps off is confirmed when a read shows that it was decided', async () => {
    const { decide, holds } = plain();
    holds('a.one', 'off');
    const command = press(on('a.one'));
    expect(await codeOf(decide(command))).toBe('sent');
    expect((await decide(command)).entry.items).toMatchObject([{ choice: 'a.one', outcome: 'applied' }]);
  });

  test('that grants is sent once: where a read does not show it, the customer is asked', async () => {
    const { decide, commands, lose } = plain();
    lose(1);
    const command = press(on('a.one'));
    expect(await codeOf(decide(command))).toBe('sent');
    const { code, current } = await refusal(decide(command));
    expect([code, current.map((one) => one.choice)]).toEqual(['stale', ['a.one']]);
    expect(commands).toHaveLength(1);
  });

  test('that does both sends its withdrawal anew, and not its grant', async () => {
    const { decide, commands, elsewhere, lose } = plain();
    elsewhere('a.two', 'on');
    lose(1);
    const command = press(on('a.one'), off('a.two'));
    expect(await codeOf(decide(command))).toBe('sent');
    expect(await codeOf(decide(command))).toBe('sent');
    const { entry } = await decide(command);
    expect(entry.items.map((item) => [item.choice, item.outcome])).toEqual([
      ['a.one', 'stale'],
      ['a.two', 'applied'],
    ]);
    expect(commands[1]).toEqual([off('a.two')]);
  });

  test('whose answer was lost goes again only where nothing moved since it was on screen', async () => {
    const { backend, elsewhere } = plain();
    let cut = 2;
    const decide = confirmByReading({
      ...backend,
      async decide(input, options) {
        cut -= 1;
        if (cut >= 0) throw new BackendError('timeout', 'No answer came in time.');
        return backend.decide(input, options);
      },
    });
    const command = press(on('a.one'));
    expect(await codeOf(decide(command))).toBe('timeout');
    expect(await codeOf(decide(command))).toBe('timeout');
    elsewhere('a.one', 'off');
    expect(await codeOf(decide(command))).toBe('stale');
    expect(await codeOf(decide({ ...press(off('a.one')), key: 'the-key-of-another-press' }))).toBe('sent');
  });
});
