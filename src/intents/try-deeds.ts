import { createStore } from 'zustand/vanilla';
import { BackendError } from '#backend/port.ts';
import type { Deed, DeedAnswer } from './deed.ts';
import { deedStatus } from './deed-status.ts';
import { startDeeds } from './deeds-engine.ts';
import { type EngineState, nothingYet } from './engine-state.ts';
import { settled, tryBrowser, tryOutside } from './try-outside.ts';

/** The server's clock, which has nothing to do with this browser's. */
export const storedAt = '2026-11-22T14:00:00.000Z';

/** What a backend makes of an answer to a question. */
const answerTo = ({ asked: { name, input } }: Deed): DeedAnswer => {
  if (name !== 'answerQuestion') throw new Error(`This test answers no ${name}.`);
  const answer = input.value === null ? null : { value: input.value, at: storedAt, expires: storedAt };
  return { answer, replayed: false };
};

/** The engine of deeds in a page whose every outside is moved by hand, with customer A signed in. */
export function tryDeeds(browser = tryBrowser()) {
  const { outside, ...moved } = tryOutside(browser);
  const sent: (Pick<Deed, 'key' | 'asked' | 'target'> & {
    readonly keepalive: boolean;
    /** Was it in storage when it was sent? */
    readonly kept: boolean;
    readonly answer: (answer?: DeedAnswer) => Promise<void>;
    readonly fail: (code: BackendError['code'], retryAfter?: number) => Promise<void>;
  })[] = [];
  const changed: (DeedAnswer | null)[] = [];
  const store = createStore<EngineState>(() => ({ ...nothingYet, subject: 'A', signedIn: true, session: 1 }));
  /** Who is signed in, as the engine of choices tells it. */
  const session = (subject: string | null): void =>
    store.setState((before) =>
      subject === null
        ? { ...before, signedIn: false }
        : { ...before, subject, signedIn: true, session: before.session + 1 },
    );
  const deeds = startDeeds({
    ...outside,
    customers: { store, session },
    changed: (answer) => changed.push(answer),
    send(deed, options) {
      const { promise, resolve, reject } = Promise.withResolvers<DeedAnswer>();
      sent.push({
        ...deed,
        keepalive: options.keepalive ?? false,
        kept: browser.stored.has(deed.key),
        async answer(answer = answerTo(deed)) {
          resolve(answer);
          await settled();
        },
        async fail(code, retryAfter) {
          reject(new BackendError(code, 'In a test.', { retryAfter: retryAfter ?? null }));
          await settled();
        },
      });
      return promise;
    },
  });
  return {
    ...deeds,
    ...moved,
    sent,
    changed,
    session,
    /** Answers the question about rooms; null takes the answer back. */
    rooms: (value: string | null): void => deeds.run('answerQuestion', { question: 'rooms', value }, 'answer:rooms'),
    status: (target = 'answer:rooms') => deedStatus(deeds.store.getState(), target),
  };
}
