import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Use } from '#contract/notice.ts';
import { frozen } from './arbitraries.ts';
import { everythingOff, everythingOn, press, switchOf, undo, type Shown } from './category-switch.ts';
import { decide } from './decide.ts';
import { choicesOf } from './effective.ts';
import { exampleCategory, exampleNotice, exampleUse, publish } from './example-notice.ts';
import { newSubject, type SubjectState } from './subject.ts';
import { termsOf } from './terms-of.ts';
import { isOptional } from './options.ts';

const NOW = '2026-06-01T12:00:00.000Z';

/** A page over some uses: what it shows, and what becomes of a command. */
const pageOf = (uses: readonly Use[], gpc = false) => {
  const terms = [termsOf(publish(exampleNotice([exampleCategory('a', uses)])))];
  let state: SubjectState = newSubject;
  const shown = (): Shown => choicesOf(state, terms, NOW, gpc);
  const send = (items: DecisionItem[]) => {
    const decision = decide(state, { items, by: 'customer', gpc }, terms, NOW);
    if (!decision.stored) throw new Error(decision.detail);
    state = decision.state;
    return decision.entry;
  };
  const value = (choice: string) => shown().choices.find((one) => one.choice === choice)?.effective;
  return { shown, send, value };
};

const yes = exampleUse('a.yes');
const also = exampleUse('a.also');
const interest = exampleUse('a.interest', { basis: 'legitimate_interest' });
const always = exampleUse('a.always', { basis: 'contract' });
const words = exampleUse('a.words', { basis: 'explicit_consent', grant: 'words' });
const sold = exampleUse('a.sold', { basis: 'opt_out', grant: 'two_steps', signals: ['sale'] });

describe('the switch of a category', () => {
  test('counts optional uses, and is on while one of them is in effect', () => {
    expect(switchOf([yes, interest, always], pageOf([yes, interest, always]).shown())).toEqual({
      checked: true,
      on: 1,
      of: 2,
    });
    expect(switchOf([yes, always], pageOf([yes, always]).shown())).toEqual({ checked: false, on: 0, of: 1 });
    expect(switchOf([always], pageOf([always]).shown())).toEqual({ checked: false, on: 0, of: 0 });
  });

  test('pressed when on withdraws every optional use in one command, those that are off included', () => {
    const uses = [yes, interest, always];
    const page = pageOf(uses);
    const pressed = press(uses, page.shown());
    expect(pressed).toEqual({
      kind: 'withdraw',
      items: [
        { choice: 'a.yes', value: 'off', seen: { seq: 0, notice: 1 } },
        { choice: 'a.interest', value: 'off', seen: { seq: 0, notice: 1 } },
      ],
    });
  });

  test('pressed when off turns a single optional use on at once', () => {
    const page = pageOf([yes, always]);
    const pressed = press([yes, always], page.shown());
    expect(pressed).toEqual({
      kind: 'grant',
      items: [{ choice: 'a.yes', value: 'on', seen: { seq: 0, notice: 1 } }],
    });
    page.send(pressed.kind === 'grant' ? pressed.items : []);
    expect(page.value('a.yes')).toBe('on');
  });

  test('pressed when off opens the card where there are several uses, and names what takes more than a press', () => {
    const uses = [yes, also, words];
    expect(press(uses, pageOf(uses).shown())).toEqual({
      kind: 'open',
      choices: ['a.yes', 'a.also'],
      left: [{ choice: 'a.words', reason: 'words' }],
    });
    expect(press([yes, words], pageOf([yes, words]).shown())).toMatchObject({ kind: 'open', choices: ['a.yes'] });
    expect(press([words], pageOf([words]).shown())).toMatchObject({ kind: 'open', choices: [] });
  });
});

describe('everything on', () => {
  test('leaves out, and names, what a signal holds off, what needs words and what needs two steps', () => {
    const shared = exampleUse('a.shared', { signals: ['share'] });
    const uses = [yes, words, { ...sold, signals: [] }, shared];
    const page = pageOf(uses, true);
    page.send([{ choice: 'a.sold', value: 'off' }]);
    expect(everythingOn(uses, page.shown())).toEqual({
      items: [{ choice: 'a.yes', value: 'on', seen: { seq: 0, notice: 1 } }],
      left: [
        { choice: 'a.words', reason: 'words' },
        { choice: 'a.sold', reason: 'two_steps' },
        { choice: 'a.shared', reason: 'signal' },
      ],
    });
  });

  test('leaves out what the customer turned off themselves while the signal is present, for it would be refused', () => {
    const shared = exampleUse('a.shared', { signals: ['share'] });
    const page = pageOf([shared], true);
    page.send([{ choice: 'a.shared', value: 'off' }]);
    expect(page.shown().choices[0]?.why).toBe('customer');
    expect(everythingOn([shared], page.shown()).left).toEqual([{ choice: 'a.shared', reason: 'signal' }]);
  });

  test('leaves out what a signal turned off, also in a browser that does not send it', () => {
    const shared = exampleUse('a.shared', { signals: ['share'] });
    const shown = pageOf([shared]).shown();
    for (const why of ['gpc', 'signal'] as const) {
      const held = { ...shown, choices: shown.choices.map((one) => ({ ...one, why })) };
      expect(everythingOn([shared], held)).toEqual({ items: [], left: [{ choice: 'a.shared', reason: 'signal' }] });
    }
  });

  test('does not ask again for what is on', () => {
    expect(everythingOn([interest], pageOf([interest]).shown())).toEqual({ items: [], left: [] });
  });
});

describe('undo', () => {
  test('brings back what was on, until when it was on, and leaves out what takes more than a press', () => {
    const uses = [yes, interest, also, words];
    const page = pageOf(uses);
    const until = '2026-09-01T00:00:00.000Z';
    page.send([
      { choice: 'a.yes', value: 'on', seen: { seq: 0, notice: 1 }, until },
      { choice: 'a.words', value: 'on', seen: { seq: 0, notice: 1 }, confirmed: true },
    ]);
    const before = page.shown();
    page.send(everythingOff(uses, before).items);
    const back = undo(uses, before, page.shown());
    expect(back).toEqual({
      items: [
        { choice: 'a.yes', value: 'on', seen: { seq: 2, notice: 1 }, until },
        { choice: 'a.interest', value: 'on', seen: { seq: 2, notice: 1 } },
      ],
      left: [{ choice: 'a.words', reason: 'words' }],
    });
    page.send(back.items);
    expect(page.shown().choices.map((one) => one.effective)).toEqual(['on', 'on', 'off', 'off']);
    expect(page.shown().choices[0]?.decided?.until).toBe(until);
  });

  test('does not bring back in one press what was granted against a signal', () => {
    const shared = exampleUse('a.shared', { signals: ['share'] });
    const page = pageOf([shared], true);
    page.send([{ choice: 'a.shared', value: 'on', seen: { seq: 0, notice: 1 }, gpcAck: true }]);
    const before = page.shown();
    page.send(everythingOff([shared], before).items);
    expect(undo([shared], before, page.shown()).left).toEqual([{ choice: 'a.shared', reason: 'signal' }]);
  });

  test('of a turning on withdraws what it turned on, and nothing else', () => {
    const uses = [yes, also, interest];
    const page = pageOf(uses);
    const before = page.shown();
    page.send(everythingOn(uses, before).items);
    const back = undo(uses, before, page.shown());
    expect(back.items.map(({ choice, value }) => [choice, value])).toEqual([
      ['a.yes', 'off'],
      ['a.also', 'off'],
    ]);
  });
});

describe('for every set of uses', () => {
  const use = fc.record({
    basis: fc.constantFrom('consent', 'explicit_consent', 'legitimate_interest', 'opt_out', 'contract'),
    grant: fc.constantFrom('press', 'press', 'words', 'two_steps'),
    signals: fc.subarray(['sale'] as const),
    recipients: fc.subarray(['parcelly', 'adly']),
    lasts: fc.constantFrom(null, 'P1Y'),
  });
  const pages = fc
    .tuple(fc.array(use, { minLength: 1, maxLength: 8 }), fc.boolean(), fc.array(fc.boolean(), { maxLength: 8 }))
    .map(([parts, gpc, on]) => {
      const uses = parts.map((part, index) => exampleUse(`a.use${index}`, part as Partial<Use>));
      const page = pageOf(uses, gpc);
      const items = uses.flatMap((one, index) =>
        on[index] && isOptional(one)
          ? [
              {
                choice: one.id,
                value: 'on',
                seen: { seq: 0, notice: 1 },
                confirmed: true as const,
                gpcAck: true as const,
              },
            ]
          : [],
      );
      if (items.length > 0) page.send(items);
      return { uses: frozen(uses), page };
    });

  test('everything off leaves nothing optional on, and a press on the switch does the same', () => {
    fc.assert(
      fc.property(pages, ({ uses, page }) => {
        const { items, left } = everythingOff(uses, page.shown());
        expect(left).toEqual([]);
        expect(items).toHaveLength(switchOf(uses, page.shown()).of);
        fc.pre(items.length > 0);
        const pressed = press(uses, page.shown());
        expect(pressed.kind === 'withdraw').toBe(switchOf(uses, page.shown()).checked);
        expect(page.send(items).items.every((item) => item.outcome === 'applied')).toBe(true);
        expect(switchOf(uses, page.shown())).toMatchObject({ checked: false, on: 0 });
      }),
      { numRuns: 150 },
    );
  });

  test('everything on turns on all that it does not name as left out, and every item of it is applied', () => {
    fc.assert(
      fc.property(pages, ({ uses, page }) => {
        const before = switchOf(uses, page.shown());
        const { items, left } = everythingOn(uses, page.shown());
        expect(before.on + items.length + left.length).toBe(before.of);
        fc.pre(items.length > 0);
        expect(page.send(items).items.every((item) => item.outcome === 'applied')).toBe(true);
        expect(switchOf(uses, page.shown()).on).toBe(before.of - left.length);
      }),
      { numRuns: 150 },
    );
  });

  test('undo restores what was before, minus what it names as left out', () => {
    fc.assert(
      fc.property(pages, fc.boolean(), ({ uses, page }, off) => {
        const before = page.shown();
        const { items } = off ? everythingOff(uses, before) : everythingOn(uses, before);
        fc.pre(items.length > 0);
        page.send(items);
        const back = undo(uses, before, page.shown());
        const undone = back.items.length > 0 ? page.send(back.items).items : [];
        expect(undone.every((item) => item.outcome === 'applied')).toBe(true);
        const left = new Set(back.left.map((one) => one.choice));
        for (const { choice, effective } of before.choices) {
          expect(page.value(choice)).toBe(left.has(choice) ? 'off' : effective);
        }
      }),
      { numRuns: 150 },
    );
  });
});
