import { expect } from 'vitest';
import { newKey, type Case, type Room } from '#tests/conformance/room.ts';
import { fromOurPage, wire, type WireRequest } from '#tests/conformance/wire-request.ts';
import { apiOf, named, openByWire } from '#tests/conformance/wire-room.ts';

const goodFor = (room: Room): string => {
  const item = { choice: named(room, 'browsing.ads'), value: 'off', seen: { seq: 0, notice: 1 } };
  return JSON.stringify({ items: [item], surface: 'fuzz' });
};

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Bodies that mean nothing, or more than one thing. Each is refused with 400. */
const badFrom = (good: string): Readonly<Record<string, string | Uint8Array>> => ({
  'no body': '',
  'not JSON': 'items=1',
  'half of it': good.slice(0, -1),
  'two of it': good + good,
  'a list': `[${good}]`,
  'a string': '"off"',
  null: 'null',
  NaN: good.replace('"seq":0', '"seq":NaN'),
  Infinity: good.replace('"seq":0', '"seq":1e999'),
  'a number that is no seq': good.replace('"seq":0', '"seq":0.5'),
  'a negative seq': good.replace('"seq":0', '"seq":-1'),
  'a key twice': good.replace('"surface"', '"items":[],"surface"'),
  'a key twice, once escaped': good.replace('"surface"', String.raw`"it\u0065ms":[],"surface"`),
  'a key twice, deep': good.replace('"seq":0', '"seq":0,"seq":0'),
  __proto__: good.replace('"surface"', '"__proto__":{"items":[]},"surface"'),
  '__proto__, escaped': good.replace('"surface"', String.raw`"\u005f_proto__":1,"surface"`),
  constructor: good.replace('"surface"', '"constructor":{"prototype":{}},"surface"'),
  'half a character': good.replace('fuzz', String.raw`\ud800`),
  'half a character as a key': good.replace('surface', String.raw`\udc00`),
  'a field that does not exist': good.replace('"surface"', '"by":"guardian","surface"'),
  'the key in the body': good.replace('"surface"', `"key":"${'k'.repeat(20)}","surface"`),
  'too deep': good.replace('"fuzz"', nested(8)),
  'far too deep': nested(10_000),
  'no items': '{"items":[]}',
  'too many items': JSON.stringify({ items: Array.from({ length: 201 }, () => ({ choice: 'a.b', value: 'off' })) }),
  'a long surface': good.replace('fuzz', 'f'.repeat(81)),
  'not UTF-8': Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d),
  'UTF-16': new Uint8Array(Buffer.from(good, 'utf16le')),
});

/** Sends decisions for one customer, and says how the log stands. */
const sender = async (room: Room) => {
  const { origin, api } = apiOf(room);
  const persona = 'fresh-fuzz';
  const { cookie } = await openByWire(room, persona);
  const { backend } = await room.customer(persona);
  return {
    good: goodFor(room),
    send: (body: WireRequest['body'], more: Record<string, string> = {}) => {
      const headers = fromOurPage(origin, { Cookie: cookie, 'Idempotency-Key': newKey(), ...more });
      return wire(`${api}/me/decisions`, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
    },
    get: (path: string) => wire(api + path, { headers: { Cookie: cookie } }),
    entries: async () => (await backend.getChoices({})).seq,
  };
};

/** A small generator with a seed (mulberry32), so that a failing round can be run again. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const damaged = (good: string, random: (below: number) => number): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(good));
  for (let flips = 1 + random(3); flips > 0; flips--) bytes[random(bytes.length)] = random(256);
  return bytes.subarray(0, random(4) === 0 ? random(bytes.length) : bytes.length);
};

const ofTheLog = ['limit=0', 'limit=201', 'limit=many', 'limit=1&limit=2', 'cursor=nonsense', 'other=1'].map(
  (query) => `/me/decisions?${query}`,
);
const ofReceipts = ['0', '-1', 'one'].map((seq) => `/me/decisions/${seq}/receipt`);

export const malformedCases: readonly Case[] = [
  {
    name: 'F1: refuses every body that means nothing or two things, says why, and stores nothing',
    needs: ['wire'],
    run: async (room) => {
      const { good, send, entries } = await sender(room);
      for (const [what, body] of Object.entries(badFrom(good))) {
        const answer = await send(body);
        expect([what, answer.status, answer.text]).toEqual([what, 400, expect.stringContaining('/problems/malformed')]);
      }
      expect(await entries()).toBe(0);
      expect((await send(good)).status).toBe(200);
    },
  },
  {
    name: 'F1: reads no body beyond 32 KB, whether it says its length or not',
    needs: ['wire'],
    run: async (room) => {
      const { good, send, entries } = await sender(room);
      const filler = ' '.repeat(8192);
      const over = [good, filler, filler, filler, filler];
      for (const body of [over.join(''), over]) {
        const answer = await send(body);
        expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('/problems/too_large')]);
      }
      expect(await entries()).toBe(0);
      const fits = [good, filler, filler, filler];
      expect((await send(fits.join(''))).status).toBe(200);
      expect((await send(fits)).status).toBe(200);
      expect(await entries()).toBe(2);
    },
  },
  {
    name: 'F1: takes a body that says it is JSON in UTF-8, and no other',
    needs: ['wire'],
    run: async (room) => {
      const { good, send } = await sender(room);
      for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
        expect((await send(good, { 'Content-Type': type })).status).toBe(200);
      }
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-16',
        'application/jsonp',
      ]) {
        expect((await send(good, { 'Content-Type': type })).status).toBe(400);
      }
      expect((await send(good, { 'Content-Encoding': 'gzip' })).status).toBe(400);
    },
  },
  {
    name: 'F1: refuses addresses and queries that it does not understand',
    needs: ['wire'],
    run: async (room) => {
      const { get } = await sender(room);
      const paths = [
        ...((await room.can('history')) ? ofTheLog : []),
        ...((await room.can('receipts')) ? ofReceipts : []),
        '/me/choices?subject=somebody',
        '/me/choices?__proto__=1',
        '/notices/latest',
        '/notices/1?language=%3Cscript%3E',
      ];
      for (const path of paths) {
        const answer = await get(path);
        expect([path, answer.status]).toEqual([path, 400]);
      }
      expect((await get('/notices/%ZZ')).status).toBe(404);
    },
  },
  {
    name: 'F1: survives 300 damaged bodies: no 5xx, and an entry for each 200 and for nothing else',
    needs: ['wire'],
    run: async (room) => {
      const { good, send, entries } = await sender(room);
      const random = randomFrom(20_261_122);
      const statuses: number[] = [];
      for (let round = 0; round < 300; round++) statuses.push((await send(damaged(good, random))).status);
      expect(statuses.filter((status) => ![200, 400, 409, 412].includes(status))).toEqual([]);
      expect(statuses.filter((status) => status === 400).length).toBeGreaterThan(100);
      expect(await entries()).toBe(statuses.filter((status) => status === 200).length);
    },
  },
];
