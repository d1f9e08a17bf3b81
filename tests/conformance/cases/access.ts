import { expect } from 'vitest';
import type { Call } from '#contract/call.ts';
import { contract, type CallName } from '#contract/contract.ts';
import { heldCalls } from '#contract/held-calls.ts';
import { callsFor } from '#mocks/faults/server.ts';
import { newKey, type Case, type Need, type Room } from '#tests/conformance/room.ts';
import { fromOurPage, wire, type WireAnswer } from '#tests/conformance/wire-request.ts';
import { apiOf, decideByWire, named, openByWire, presentedTo, problemOf } from '#tests/conformance/wire-room.ts';

/** How each call is made rightly by somebody who may: what stands in the path or the query, and what in the body. */
const inputs = (room: Room): Readonly<Record<CallName, { readonly path?: string; readonly body?: object }>> => ({
  getCapabilities: {},
  openSession: { body: {} },
  closeSession: {},
  getNotice: { path: '/notices/current' },
  getNoticeChanges: { path: '/notices/current/changes?since=1' },
  getOverview: {},
  getChoices: {},
  decide: { body: { items: [{ choice: named(room, 'browsing.ads'), value: 'off' }] } },
  listDecisions: {},
  getReceipt: { path: '/me/decisions/1/receipt' },
  listHoldings: {},
  listRecords: {},
  correctRecord: { path: '/me/records/r3/corrections', body: { value: 'Troy' } },
  forget: { body: { scope: 'record', id: 'page01' } },
  listInferences: {},
  judgeInference: { path: '/me/inferences/likes-tea/judgements', body: { judgement: 'wrong' } },
  listActivity: {},
  listBenefits: {},
  previewExperience: { path: '/me/preview?about=purchases.recommendations' },
  getProfile: {},
  answerQuestion: { path: '/me/profile/wish/answers', body: { value: 'A red lamp' } },
  getSafety: {},
  getExpectations: {},
  recordExpectation: { body: { card: 'purchases', answer: 'expected' } },
});

/** Makes a call with a cookie, as a page of the site would. */
const make = (room: Room, name: CallName, cookie: string, api = apiOf(room).api): Promise<WireAnswer> => {
  const { origin } = apiOf(room);
  const call: Call = contract[name];
  const { path = call.path, body } = inputs(room)[name];
  const more = {
    ...(cookie !== '' && { Cookie: cookie }),
    ...(call.inputHeaders?.['key'] !== undefined && { 'Idempotency-Key': newKey() }),
  };
  const headers = call.method === 'GET' ? more : fromOurPage(origin, more);
  return wire(api + path, { method: call.method, headers, ...(body && { body: JSON.stringify(body) }) });
};

const calls = Object.entries<Call>(contract).map(([name, call]) => ({ name: name as CallName, ...call }));
const guarded = calls.filter(({ auth }) => auth === 'session').map(({ name }) => name);
/** What everybody may read. The calls that open and close a session have cases of their own. */
const open = calls.filter(({ auth, method }) => auth === 'none' && method === 'GET').map(({ name }) => name);

/** The guarded calls that a backend may be asked: of what may be left out altogether, those that it says are there. */
const guardedBy = async (room: Room): Promise<readonly CallName[]> => {
  const unknown = new Set<CallName>();
  for (const [ability, names] of Object.entries(callsFor))
    if (!(await room.can(ability as Need)))
      names.filter((name) => Object.hasOwn(heldCalls, name)).forEach((name) => unknown.add(name));
  return guarded.filter((name) => !unknown.has(name));
};

const one = (answers: readonly WireAnswer[], status: number): void => {
  for (const answer of answers) expect(problemOf(answer).status).toBe(status);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
};

/** What only the customer of a cookie may ever read: the tag, the hashes and the receipts of their record. */
const secretsOf = async (room: Room, cookie: string): Promise<readonly string[]> => {
  const [choices, decisions, receipt] = await Promise.all(
    (['getChoices', 'listDecisions', 'getReceipt'] as const).map((name) => make(room, name, cookie)),
  );
  const { customer } = JSON.parse(choices?.text ?? '') as { customer?: string };
  const { entries } = JSON.parse(decisions?.text ?? '') as { entries: { hash: string }[] };
  const told = JSON.parse(receipt?.text ?? '') as { receipt: string };
  expect(entries.length).toBeGreaterThan(0);
  return [customer, told.receipt, ...entries.map(({ hash }) => hash)].filter((text) => text !== undefined);
};

/** A1: every call of the contract's table, by everybody who may not make it. A new call joins by itself. */
export const accessCases: readonly Case[] = [
  {
    name: 'A1: answers every guarded call the same 401 without a session, with a made-up one and with one that ended',
    needs: ['wire'],
    run: async (room) => {
      const { api, origin } = apiOf(room);
      const { cookie } = await openByWire(room, 'fresh-a1');
      const [cookieName = ''] = cookie.split('=');
      if (await room.can('clock')) room.advance(room.world.sessionLasts);
      else await wire(`${api}/session`, { method: 'DELETE', headers: fromOurPage(origin, { Cookie: cookie }) });
      const callers = ['', `${cookieName}=${'A'.repeat(43)}`, `${cookieName}=`, cookie];
      const asked = await guardedBy(room);
      one(await Promise.all(asked.flatMap((name) => callers.map((caller) => make(room, name, caller)))), 401);
    },
  },
  {
    name: 'A1: answers every guarded call the same 404 to a session of another brand, and at a brand that there is not',
    needs: ['wire', 'our_brand'],
    run: async (room) => {
      const { origin } = apiOf(room);
      const { cookie } = await openByWire(room, 'fresh-a1-brand');
      const there = [room.world.brands[1], 'no-such-brand'];
      const presented = (name: CallName) =>
        there.map((brand) => make(room, name, presentedTo(room, cookie, brand), `${origin}/v1/${brand}`));
      one(await Promise.all(guarded.flatMap(presented)), 404);
      // As a browser sends it, under its own name, it is nothing to another brand.
      const elsewhere = `${origin}/v1/${there[0]}`;
      one(await Promise.all(guarded.map((name) => make(room, name, cookie, elsewhere))), 401);
      const opening = {
        method: 'POST',
        headers: fromOurPage(origin, { Cookie: presentedTo(room, cookie, there[0] ?? '') }),
      };
      expect((await wire(`${elsewhere}/session`, { ...opening, body: '{}' })).status).toBe(200);
      expect(JSON.parse((await make(room, 'getChoices', cookie)).text)).toMatchObject({ seq: 0 });
    },
  },
  {
    name: 'A1: leaks nothing of one customer to another, nor to a browser without one, in any call',
    needs: ['wire', 'history', 'receipts', 'browserSubject'],
    run: async (room) => {
      const { api, origin } = apiOf(room);
      const mine = await openByWire(room, 'fresh-a1-mine');
      await decideByWire(room, mine.cookie);
      const secrets = await secretsOf(room, mine.cookie);
      const theirs = await openByWire(room, 'fresh-a1-theirs');
      const opened = await wire(`${api}/session`, { method: 'POST', headers: fromOurPage(origin), body: '{}' });
      const browser = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      for (const cookie of [theirs.cookie, browser]) {
        // Before they decide anything themselves, what is asked for by number is not theirs to have.
        expect(problemOf(await make(room, 'getReceipt', cookie)).status).toBe(404);
        for (const name of [...guarded, ...open]) {
          const { text, headers } = await make(room, name, cookie);
          const told = text + JSON.stringify(headers);
          expect([name, secrets.filter((secret) => told.includes(secret))]).toEqual([name, []]);
        }
      }
      expect(problemOf(await make(room, 'getOverview', browser)).status).toBe(404);
      expect(await secretsOf(room, mine.cookie)).toEqual(secrets);
    },
  },
  {
    name: 'A1: shows nothing that a customer put right, answered or found not OK to anybody else',
    needs: ['wire', 'our_brand', 'records', 'correcting', 'profile', 'expectations', 'browserSubject'],
    run: async (room) => {
      const { api, origin } = apiOf(room);
      const mine = await room.customer('fresh-a1-words');
      const words = ['Saratoga', 'A green lamp', 'Nobody told me'] as const;
      await mine.backend.correctRecord({ record: 'r3', value: words[0], key: newKey() });
      await mine.backend.answerQuestion({ question: 'wish', value: words[1], key: newKey() });
      await mine.backend.recordExpectation({ card: 'purchases', answer: 'not_ok', reason: words[2] });
      const own = await openByWire(room, mine.persona);
      const theirs = await openByWire(room, 'fresh-a1-words-theirs');
      const opened = await wire(`${api}/session`, { method: 'POST', headers: fromOurPage(origin), body: '{}' });
      const browser = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      const reads = calls.filter(({ method }) => method === 'GET').map(({ name }) => name);
      const toldTo = async (cookie: string, names: readonly CallName[]): Promise<string> =>
        (await Promise.all(names.map((name) => make(room, name, cookie)))).map(({ text }) => text).join();
      const told = await toldTo(own.cookie, reads);
      expect(words.filter((word) => !told.includes(word))).toEqual([]);
      for (const cookie of [theirs.cookie, browser]) {
        const others = (await toldTo(cookie, reads)) + (await toldTo(cookie, guarded));
        expect(words.filter((word) => others.includes(word))).toEqual([]);
      }
      // What they did meanwhile was done to what is held about them.
      expect(await toldTo(own.cookie, ['listRecords', 'listInferences', 'getProfile'])).toContain(words[0]);
      const { inferences } = await mine.backend.listInferences({});
      expect(inferences.find(({ id }) => id === 'likes-tea')?.judged).toBeNull();
      expect((await mine.backend.listRecords({ search: 'Page 1 ' })).records.map(({ id }) => id)).toContain('page01');
    },
  },
  {
    name: 'A1: answers what is for everybody alike to everybody, to the byte',
    needs: ['wire', 'noticeChanges'],
    run: async (room) => {
      const { cookie } = await openByWire(room, 'fresh-a1-open');
      await decideByWire(room, cookie);
      for (const name of open) {
        const answers = await Promise.all(['', cookie].map((caller) => make(room, name, caller)));
        expect([name, ...answers.map(({ status }) => status)]).toEqual([name, 200, 200]);
        expect(answers[1]?.text).toBe(answers[0]?.text);
        expect(answers.flatMap(({ headers }) => headers['set-cookie'] ?? [])).toEqual([]);
      }
    },
  },
];
