import { expect, test } from 'vitest';
import { BackendError } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { Input } from '#contract/contract.ts';
import { exampleNoticeTerms, exampleTerms } from '#rules/example-notice.ts';
import { OWN, ownSession } from './own-session.ts';
import { choicesOf, entryOf, stateOf } from './try-facts.ts';

const A = 'club.offers';
const own = 'c'.repeat(32);
const terms = exampleNoticeTerms({ [A]: exampleTerms({ initial: 'on' }) });

const signedOut = () => new BackendError('signed_out', 'In a test.');

type Cookie = 'own' | 'next' | 'customer';
const tags = { own, next: 'd'.repeat(32), customer: 'a'.repeat(32) } as const;

/** A backend with one browser at it, and what it was asked. What it answers is held back while `browser.late` lasts. */
function tryOwn({ cookies = true, cookie = null as Cookie | null } = {}) {
  const asked: string[] = [];
  const heard: string[] = [];
  const sent: Input<'decide'>[] = [];
  const browser = { cookie, late: Promise.resolve() };
  const session = ownSession({
    net: {
      async getChoices(): Promise<Choices> {
        asked.push('getChoices');
        const { cookie: sentWith, late } = browser;
        await late;
        if (sentWith === null) throw signedOut();
        const choices = choicesOf([stateOf(A, sentWith === 'own' ? 'off' : 'on')], tags[sentWith]);
        return sentWith === 'customer' ? choices : { ...choices, browser: true };
      },
      async openSession() {
        asked.push('openSession');
        if (cookies) browser.cookie = 'own';
        return { customer: { name: '' }, expiresAt: '2026-11-23T00:00:00.000Z' };
      },
      async decide(input) {
        asked.push('decide');
        if (browser.cookie === null || (input.customer !== undefined && input.customer !== tags[browser.cookie]))
          throw signedOut();
        sent.push(input);
        await browser.late;
        return { entry: entryOf(input.items, { seq: sent.length }), receipt: 'jws', replayed: false };
      },
    },
    circumstances: async () => ({ terms, gpc: false, now: () => Date.UTC(2026, 10, 22) }),
    lock: async () => () => {},
    customerCame: () => heard.push('customer'),
    anotherBegan: () => heard.push('another'),
  });
  const press = (value = 'off') => session.decide({ key: 'k'.repeat(16), items: [{ choice: A, value }] });
  return { session, asked, heard, sent, browser, press };
}

test('reading opens nothing: what stands before anyone decides follows from the notice', async () => {
  const { session, asked } = tryOwn();
  const choices = await session.getChoices({});
  expect(choices).toMatchObject({ customer: OWN, browser: true, seq: 0 });
  expect(choices.choices.find((one) => one.choice === A)).toMatchObject({ effective: 'on', why: 'default' });
  expect(asked).not.toContain('openSession');
});

test('the first press opens one session, and names the subject that it is for', async () => {
  const { asked, sent, press, session } = tryOwn();
  await Promise.all([press(), press()]);
  expect(asked.filter((call) => call === 'openSession')).toHaveLength(1);
  expect(sent.map(({ customer }) => customer)).toEqual([own, own]);
  expect(session.lasts()).toBe('session');
});

test('a session that the browser has is used, and none is opened beside it', async () => {
  const { asked, press } = tryOwn({ cookie: 'own' });
  await press();
  expect(asked).not.toContain('openSession');
});

test('a customer who is signed in is neither signed out nor decided for', async () => {
  const { asked, heard, press } = tryOwn({ cookie: 'customer' });
  await expect(press()).rejects.toThrow('signed_out');
  expect(asked).toEqual(['getChoices', 'getChoices']);
  expect(heard).toContain('customer');
});

test('a customer who signs in between two presses is noticed at the second', async () => {
  const { browser, heard, sent, press } = tryOwn();
  await press();
  browser.cookie = 'customer';
  await expect(press()).rejects.toThrow('signed_out');
  expect(heard).toEqual(['customer']);
  expect(sent).toHaveLength(1);
});

test('a session that has ended is followed by another, and the press goes to that one', async () => {
  const { browser, heard, sent, press } = tryOwn();
  await press();
  browser.cookie = null;
  await press();
  expect(heard).toEqual(['another']);
  expect(sent).toHaveLength(2);
});

test('where cookies are blocked it holds as long as the page, by the same rules, and never grants', async () => {
  const { session, press, sent } = tryOwn({ cookies: false });
  const { entry } = await press();
  expect(entry.items).toMatchObject([{ choice: A, value: 'off', outcome: 'applied', seq: 1 }]);
  expect(session.lasts()).toBe('page');
  const { choices } = await session.getChoices({});
  expect(choices.find((one) => one.choice === A)).toMatchObject({ effective: 'off', why: 'customer' });
  await expect(press('on')).rejects.toThrow('forbidden');
  expect(sent).toEqual([]);
});

test('what was stored for the subject of before is not taken for this one: it goes to this one, under the same key', async () => {
  const { browser, heard, sent, press, session } = tryOwn({ cookie: 'own' });
  await session.getChoices({});
  const { promise, resolve } = Promise.withResolvers<void>();
  browser.late = promise;
  const pressed = press();
  // Another tab opened a session at the same time, and its cookie replaced the one that the press was sent with.
  Object.assign(browser, { cookie: 'next', late: Promise.resolve() });
  await session.getChoices({});
  resolve();
  const { entry } = await pressed;
  expect(heard).toEqual(['another']);
  expect(sent.map(({ key, customer }) => [key, customer])).toEqual([
    ['k'.repeat(16), tags.own],
    ['k'.repeat(16), tags.next],
  ]);
  expect(entry.seq).toBe(2);
});

test('an answer that was overtaken by a later one says nothing: it is asked again', async () => {
  const { browser, heard, session } = tryOwn({ cookie: 'own' });
  await session.getChoices({});
  const { promise, resolve } = Promise.withResolvers<void>();
  browser.late = promise;
  const overtaken = session.getChoices({});
  Object.assign(browser, { cookie: 'next', late: Promise.resolve() });
  await session.getChoices({});
  resolve();
  const { choices } = await overtaken;
  expect(choices.find((one) => one.choice === A)?.effective).toBe('on');
  expect(heard).toEqual(['another']);
});
