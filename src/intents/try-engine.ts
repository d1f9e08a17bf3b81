import { BackendError } from '#backend/port.ts';
import type { Choices, ChoiceState } from '#contract/choices.ts';
import type { Input } from '#contract/contract.ts';
import type { DecisionAnswer } from '#contract/decisions.ts';
import { choiceView } from './choice-view.ts';
import { createEngine } from './engine.ts';
import type { Ports } from './ports.ts';
import { entryOf, two } from './try-facts.ts';
import { settled, tryBrowser, tryOutside } from './try-outside.ts';

/** A decision in the air: what was sent, and how it ends. */
export interface Sent extends Input<'decide'> {
  readonly keepalive: boolean;
  /** Was it in storage when it was sent? */
  readonly kept: boolean;
  readonly answer: (how?: Parameters<typeof entryOf>[1]) => Promise<void>;
  /** The adapter itself fails. */
  readonly breakWith: (error: Error) => Promise<void>;
  readonly answerWith: (answer: DecisionAnswer) => Promise<void>;
  readonly fail: (code: BackendError['code'], more?: ConstructorParameters<typeof BackendError>[2]) => Promise<void>;
}

/** The engine in a page whose every outside is moved by hand. */
export function tryEngine(browser = tryBrowser()) {
  const sent: Sent[] = [];
  const refetches: { answer: (choices: Choices) => Promise<void>; fail: Sent['fail'] }[] = [];
  const confirmed: DecisionAnswer[] = [];
  const fresh: Choices[] = [];
  const { outside, ...moved } = tryOutside(browser);

  const decide: Ports['net']['decide'] = (input, options) => {
    const { promise, resolve, reject } = Promise.withResolvers<DecisionAnswer>();
    const answerWith = async (answer: DecisionAnswer): Promise<void> => {
      resolve(answer);
      await settled();
    };
    sent.push({
      ...input,
      keepalive: options?.keepalive ?? false,
      kept: browser.stored.has(input.key),
      answerWith,
      answer: (how) => answerWith({ entry: entryOf(input.items, how), receipt: 'jws', replayed: false }),
      async breakWith(error) {
        reject(error);
        await settled();
      },
      async fail(code, more) {
        reject(new BackendError(code, 'In a test.', more));
        await settled();
      },
    });
    return promise;
  };

  const engine = createEngine({
    net: {
      decide,
      getChoices() {
        const { promise, resolve, reject } = Promise.withResolvers<Choices>();
        refetches.push({
          async answer(choices) {
            resolve(choices);
            await settled();
          },
          async fail(code) {
            reject(new BackendError(code, 'In a test.'));
            await settled();
          },
        });
        return promise;
      },
    },
    ...outside,
    confirmed: (answer) => confirmed.push(answer),
    fresh: (choices) => fresh.push(choices),
  });
  const stop = engine.start();

  return {
    engine,
    stop,
    sent,
    refetches,
    confirmed,
    fresh,
    view: (choice: string, base?: ChoiceState) => choiceView(engine.store.getState(), base, choice),
    press: (choice: string, value: string, seq = 0, options: readonly string[] = two): void =>
      engine.intend([{ choice, value, seen: { seq, notice: 1 }, options }], 'test'),
    ...moved,
  };
}
