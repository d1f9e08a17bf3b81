import { expect } from 'vitest';
import { newKey, type Case, type Need, type Room } from '#tests/conformance/room.ts';
import { fromOurPage, wire } from '#tests/conformance/wire-request.ts';
import { apiOf, openByWire, problemOf } from '#tests/conformance/wire-room.ts';

const long = (length: number): string => 'x'.repeat(length);

/** Queries that mean nothing, by the ability without which nobody asks. */
const queries: readonly (readonly [Need, string])[] = [
  ...[
    'limit=0',
    'limit=201',
    'limit=1.5',
    'category=No',
    `search=${long(101)}`,
    'subject=somebody',
    'item=a&item=b',
  ].map((query): readonly [Need, string] => ['records', `/me/records?${query}`]),
  ['records', '/me/holdings?category=purchases'],
  ['inferences', '/me/inferences?language=%3Cscript%3E'],
  ...['until=2026-02-30', 'until=yesterday', 'use=purchases', 'limit=0', 'cursor=nonsense'].map(
    (query): readonly [Need, string] => ['activity', `/me/activity?${query}`],
  ),
  ...['year=1999', 'year=2201', 'year=this', 'year=2026.5'].map((query): readonly [Need, string] => [
    'benefits',
    `/me/benefits?${query}`,
  ]),
  ['preview', '/me/preview'],
  ['preview', '/me/preview?about=Not%20an%20id'],
  ['profile', '/me/profile?language='],
  ['safety', '/me/safety?brand=other'],
  ['expectations', '/me/expectations?week=2026-11-16'],
];

/** Bodies that mean nothing, each sent with a key of its own. */
const bodies: readonly (readonly [Need, string, object])[] = [
  ['correcting', '/me/records/r3/corrections', {}],
  ['correcting', '/me/records/r3/corrections', { value: '' }],
  ['correcting', '/me/records/r3/corrections', { value: long(501) }],
  ['correcting', '/me/records/r3/corrections', { value: 3 }],
  ['correcting', '/me/records/r3/corrections', { value: 'Troy', at: '2026-01-01T00:00:00.000Z' }],
  ['correcting', `/me/records/${long(65)}/corrections`, { value: 'Troy' }],
  ['correcting', '/me/records/a%20b/corrections', { value: 'Troy' }],
  ['forgetting', '/me/forgettings', {}],
  ['forgetting', '/me/forgettings', { scope: 'all' }],
  ['forgetting', '/me/forgettings', { scope: 'record', id: long(65) }],
  ['forgetting', '/me/forgettings', { scope: 'everything', but: 'purchases' }],
  ['inferences', '/me/inferences/likes-tea/judgements', {}],
  ['inferences', '/me/inferences/likes-tea/judgements', { judgement: 'maybe' }],
  ['profile', '/me/profile/rooms/answers', {}],
  ['profile', '/me/profile/rooms/answers', { value: { is: 3 } }],
  ['profile', '/me/profile/rooms/answers', { value: true }],
  ['profile', '/me/profile/rooms/answers', { value: long(501) }],
  ['profile', '/me/profile/rooms/answers', { value: Array.from({ length: 41 }, () => 'a') }],
  ['expectations', '/me/expectations', { card: 'purchases' }],
  ['expectations', '/me/expectations', { card: 'purchases', answer: 'meh' }],
  ['expectations', '/me/expectations', { card: 'purchases', answer: 'expected', reason: long(281) }],
  ['expectations', '/me/expectations', { card: 'purchases', answer: 'expected', voter: 'somebody' }],
];

/** What would be a deed, but for its key. */
const keyless: readonly (readonly [Need, string, object])[] = [
  ['correcting', '/me/records/r3/corrections', { value: 'Troy' }],
  ['forgetting', '/me/forgettings', { scope: 'everything' }],
  ['inferences', '/me/inferences/likes-tea/judgements', { judgement: 'wrong' }],
  ['profile', '/me/profile/rooms/answers', { value: 3 }],
];

const needed = [...new Set([...queries, ...bodies].map(([need]) => need))];

const sender = async (room: Room) => {
  const { origin, api } = apiOf(room);
  const { cookie } = await openByWire(room, 'fresh-held-fuzz');
  return {
    get: (path: string) => wire(api + path, { headers: { Cookie: cookie } }),
    post: (path: string, body: object, more: Record<string, string> = {}) =>
      wire(api + path, {
        method: 'POST',
        headers: fromOurPage(origin, { Cookie: cookie, ...more }),
        body: JSON.stringify(body),
      }),
  };
};

export const malformedHeldCases: readonly Case[] = [
  {
    name: 'F1: refuses every query and every body about what is held that means nothing, and changes nothing',
    needs: ['wire', 'correcting', ...needed],
    run: async (room) => {
      const { get, post } = await sender(room);
      const held = async () => JSON.parse((await get('/me/records?limit=200')).text) as unknown;
      const before = await held();
      for (const [, path] of queries) expect([path, problemOf(await get(path)).code]).toEqual([path, 'malformed']);
      for (const [, path, body] of bodies) {
        const { code } = problemOf(await post(path, body, { 'Idempotency-Key': newKey() }));
        expect([path, body, code]).toEqual([path, body, 'malformed']);
      }
      for (const [, path, body] of keyless) {
        expect([path, problemOf(await post(path, body)).code]).toEqual([path, 'no_key']);
        const short = problemOf(await post(path, body, { 'Idempotency-Key': 'short' }));
        expect([path, short.code]).toEqual([path, 'malformed']);
      }
      expect(await held()).toEqual(before);
    },
  },
];
