import { expect } from 'vitest';
import { Problem } from '#contract/problems.ts';
import { logOf, newKey, type Case, type Room } from '#tests/conformance/room.ts';
import { fromOurPage, wire, type WireAnswer, type WireRequest } from '#tests/conformance/wire-request.ts';
import { malformedCases } from './malformed.ts';

/** The brand's API at the target's address. */
export const apiOf = ({ target, world }: Room): { origin: string; api: string } => {
  if (target.origin === null) throw new Error('A target with the ability "wire" names its origin.');
  return { origin: target.origin, api: `${target.origin}/v1/${world.brands[0]}` };
};

/** The problem in an answer; fails where it is none. */
export const problemOf = (answer: WireAnswer) => {
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.headers['cache-control']).toBe('no-store');
  const problem = Problem.parse(JSON.parse(answer.text));
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toBe(`/problems/${problem.code}`);
  return problem;
};

/** The Cookie header of a new customer, and the Set-Cookie it came from. */
export const openByWire = async (room: Room, body = '{"demo":"fresh-wire"}') => {
  const { origin, api } = apiOf(room);
  const answer = await wire(`${api}/session`, { method: 'POST', headers: fromOurPage(origin), body });
  const setCookie = answer.headers['set-cookie']?.[0] ?? '';
  return { answer, setCookie, cookie: setCookie.split(';')[0] ?? '' };
};

const off = JSON.stringify({ items: [{ choice: 'browsing.ads', value: 'off' }] });

const decideByWire = (
  room: Room,
  cookie: string,
  more: Record<string, string | string[]> = {},
  body: WireRequest['body'] = off,
) => {
  const { origin, api } = apiOf(room);
  const headers = fromOurPage(origin, { Cookie: cookie, 'Idempotency-Key': newKey(), ...more });
  return wire(`${api}/me/decisions`, { method: 'POST', headers, body });
};

export const wireCases: readonly Case[] = [
  {
    name: 'keeps the session in a cookie that no script can read, and nowhere in the answer',
    needs: ['wire', 'clock'],
    run: async (room) => {
      const { answer, setCookie, cookie } = await openByWire(room);
      const [, token = ''] = cookie.split('=');
      expect(answer.status).toBe(200);
      expect(token.length).toBeGreaterThanOrEqual(43);
      expect(answer.text).not.toContain(token);
      const attributes = setCookie.split('; ').slice(1);
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
      expect(attributes).toContain(`Expires=${new Date(Date.parse(room.world.now()) + 3_600_000).toUTCString()}`);
      const { api } = apiOf(room);
      const choices = await wire(`${api}/me/choices`, { headers: { Cookie: `other=1; ${cookie}; more=2` } });
      expect(choices.status).toBe(200);
    },
  },
  {
    name: 'takes the cookie back when the session is closed, and the session with it',
    needs: ['wire'],
    run: async (room) => {
      const { origin, api } = apiOf(room);
      const { cookie } = await openByWire(room);
      const headers = fromOurPage(origin, { Cookie: cookie });
      const closed = await wire(`${api}/session`, { method: 'DELETE', headers });
      expect([closed.status, closed.text]).toEqual([200, '{}']);
      expect(closed.headers['set-cookie']?.[0]).toContain(
        '=; Path=/; HttpOnly; SameSite=Lax; Expires=Thu, 01 Jan 1970',
      );
      expect(problemOf(await wire(`${api}/me/choices`, { headers: { Cookie: cookie } })).code).toBe('signed_out');
    },
  },
  {
    name: 'gives a new secret with every session, and the old one opens nothing any more',
    needs: ['wire'],
    run: async (room) => {
      const { origin, api } = apiOf(room);
      const { cookie } = await openByWire(room);
      const headers = fromOurPage(origin, { Cookie: cookie });
      const again = await wire(`${api}/session`, { method: 'POST', headers, body: '{"demo":"fresh-wire"}' });
      expect(again.headers['set-cookie']?.[0]?.startsWith(`${cookie};`)).toBe(false);
      expect((await wire(`${api}/me/choices`, { headers: { Cookie: cookie } })).status).toBe(401);
    },
  },
  {
    name: 'lets no other site change anything: without our header, with a foreign origin, or from nowhere it knows',
    needs: ['wire', 'history'],
    run: async (room) => {
      const { origin, api } = apiOf(room);
      const { cookie } = await openByWire(room);
      const ours = fromOurPage(origin, { Cookie: cookie, 'Idempotency-Key': newKey() });
      const without = (name: string) => Object.fromEntries(Object.entries(ours).filter(([header]) => header !== name));
      const foreign = [
        without('Evenhand-Client'),
        without('Origin'),
        { ...ours, 'Evenhand-Client': 'other' },
        { ...ours, Origin: 'https://evil.example' },
        { ...ours, Origin: 'null' },
        { ...ours, Origin: `${origin}.evil.example` },
        { ...ours, 'Sec-Fetch-Site': 'cross-site' },
        { ...ours, 'Sec-Fetch-Site': 'same-site' },
        { ...ours, Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
      ];
      for (const headers of foreign) {
        const answers = await Promise.all([
          wire(`${api}/me/decisions`, { method: 'POST', headers, body: off }),
          wire(`${api}/session`, { method: 'POST', headers, body: '{}' }),
          wire(`${api}/session`, { method: 'DELETE', headers }),
        ]);
        for (const answer of answers) expect(problemOf(answer)).toMatchObject({ code: 'forbidden', status: 403 });
      }
      const log = await wire(`${api}/me/decisions`, { headers: { Cookie: cookie } });
      expect(JSON.parse(log.text)).toEqual({ entries: [], next: null, head: null });
      const bySite = { ...without('Origin'), 'Sec-Fetch-Site': 'same-origin' };
      expect((await wire(`${api}/me/decisions`, { method: 'POST', headers: bySite, body: off })).status).toBe(200);
    },
  },
  {
    name: 'takes the key bare or quoted, for the same key, and refuses a decision without one',
    needs: ['wire', 'idempotency'],
    run: async (room) => {
      const { cookie } = await openByWire(room);
      const key = newKey();
      const bare = await decideByWire(room, cookie, { 'Idempotency-Key': key });
      const quoted = await decideByWire(room, cookie, { 'Idempotency-Key': `"${key}"` });
      expect([bare.status, bare.headers['idempotency-replayed']]).toEqual([200, undefined]);
      expect([quoted.status, quoted.headers['idempotency-replayed']]).toEqual([200, 'true']);
      expect(quoted.text).toBe(bare.text);
      expect(JSON.parse(bare.text)).not.toHaveProperty('replayed');
      expect(problemOf(await decideByWire(room, cookie, { 'Idempotency-Key': [] }))).toMatchObject({
        code: 'no_key',
        status: 400,
      });
      expect(problemOf(await decideByWire(room, cookie, { 'Idempotency-Key': 'short' })).code).toBe('malformed');
      const twice = await decideByWire(room, cookie, { 'Idempotency-Key': [newKey(), newKey()] });
      expect(problemOf(twice).code).toBe('malformed');
    },
  },
  {
    name: 'honours Sec-GPC only where it is exactly 1; of several headers one is enough',
    needs: ['wire'],
    run: async (room) => {
      const { api } = apiOf(room);
      const { cookie } = await openByWire(room);
      const seen = [];
      for (const value of ['0', 'true', '1, 1', '11', '"1"', ['0', '0'], ['0', '1'], ['1', '1'], '1']) {
        const answer = await wire(`${api}/me/choices`, { headers: { Cookie: cookie, 'Sec-GPC': value } });
        expect(answer.headers['vary']).toContain('Sec-GPC');
        const { signal } = JSON.parse(answer.text) as { signal: { gpc: boolean; recordedAt: string | null } };
        seen.push([signal.gpc, signal.recordedAt !== null]);
      }
      const no = [false, false];
      const yes = [true, true];
      expect(seen).toEqual([no, no, no, no, no, no, yes, yes, yes]);
    },
  },
  {
    name: 'does not believe a page about the signal where the header says it',
    needs: ['wire'],
    run: async (room) => {
      const { cookie } = await openByWire(room, '{"demo":"fresh-believed","gpc":true}');
      const { api } = apiOf(room);
      const answer = await wire(`${api}/me/choices`, { headers: { Cookie: cookie } });
      expect(JSON.parse(answer.text)).toMatchObject({ seq: 0, signal: { gpc: false, recordedAt: null } });
    },
  },
  {
    name: 'keeps personal data out of every cache, and a notice in it for ever under its number only',
    needs: ['wire'],
    run: async (room) => {
      const { api } = apiOf(room);
      const { cookie, answer } = await openByWire(room);
      expect(answer.headers['cache-control']).toBe('no-store');
      for (const path of ['/me/choices', '/me/overview', '/me/decisions']) {
        expect((await wire(api + path, { headers: { Cookie: cookie } })).headers['cache-control']).toBe('no-store');
      }
      const notice = await wire(`${api}/notices/1?language=en-GB`);
      expect(notice.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      for (const path of ['/notices/current', '/capabilities']) {
        const first = await wire(api + path);
        expect(first.headers['cache-control']).toBe('no-cache');
        const etag = String(first.headers['etag']);
        expect(etag).toMatch(/^"[^"]+"$/);
        for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
          const again = await wire(api + path, { headers: { 'If-None-Match': tag } });
          expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);
        }
        const other = await wire(api + path, { headers: { 'If-None-Match': '"other"' } });
        expect([other.status, other.text]).toEqual([200, first.text]);
      }
    },
  },
  {
    name: 'answers HEAD like GET without the body, and a method that an address has not with 405 and those it has',
    needs: ['wire'],
    run: async (room) => {
      const { api, origin } = apiOf(room);
      const get = await wire(`${api}/notices/1`);
      const head = await wire(`${api}/notices/1`, { method: 'HEAD' });
      expect([head.status, head.text]).toEqual([200, '']);
      expect(head.headers['etag']).toBe(get.headers['etag']);
      const put = await wire(`${api}/me/decisions`, { method: 'PUT', headers: fromOurPage(origin), body: off });
      expect([put.status, put.headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
      expect(problemOf(put).code).toBe('malformed');
      expect((await wire(`${api}/session`)).headers['allow']).toBe('DELETE, POST');
    },
  },
  {
    name: 'answers the same 404 for an unknown address, an unknown brand and what is not the caller’s',
    needs: ['wire'],
    run: async (room) => {
      const { api, origin } = apiOf(room);
      const { cookie } = await openByWire(room);
      const other = `${origin}/v1/${room.world.brands[1]}`;
      const answers = await Promise.all([
        wire(`${api}/nothing`),
        wire(`${api}/notices/1/`),
        wire(`${api}/notices/7`),
        wire(`${origin}/v1/no-such-brand/capabilities`),
        wire(`${origin}/v1/No%20Brand/capabilities`),
        wire(`${origin}/v2/${room.world.brands[0]}/capabilities`.replace('/v2/', '/v1/x/')),
        wire(`${other}/me/choices`, { headers: { Cookie: cookie } }),
        wire(`${api}/me/decisions/9/receipt`, { headers: { Cookie: cookie } }),
      ]);
      for (const answer of answers) expect(problemOf(answer)).toMatchObject({ code: 'not_found', status: 404 });
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    },
  },
  {
    name: 'answers the same 401 without a session, with a made-up one and with an ended one',
    needs: ['wire', 'clock'],
    run: async (room) => {
      const { api } = apiOf(room);
      const { cookie } = await openByWire(room);
      const [name = ''] = cookie.split('=');
      room.advance(room.world.sessionLasts);
      const cookies = [
        {},
        { Cookie: '' },
        { Cookie: `${name}=` },
        { Cookie: `${name}=${'A'.repeat(43)}` },
        { Cookie: cookie },
      ];
      const paths = ['/me/choices', '/me/overview', '/me/decisions', '/me/decisions/1/receipt'];
      const answers = await Promise.all(
        cookies.flatMap((headers) => paths.map((path) => wire(api + path, { headers }))),
      );
      for (const answer of answers) expect(problemOf(answer).status).toBe(401);
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    },
  },
  {
    name: 'shows what holds in the problem of a grant that came too late',
    needs: ['wire', 'versions'],
    run: async (room) => {
      const { cookie } = await openByWire(room);
      await decideByWire(room, cookie, {}, JSON.stringify({ items: [{ choice: 'location.nearby', value: 'off' }] }));
      const late = JSON.stringify({ items: [{ choice: 'location.nearby', value: 'on', seen: { seq: 0, notice: 1 } }] });
      const problem = problemOf(await decideByWire(room, cookie, {}, late));
      expect(problem).toMatchObject({ code: 'stale', status: 412, current: [{ choice: 'location.nearby', seq: 1 }] });
    },
  },
  {
    name: 'asks to come back after a while when it could not confirm',
    needs: ['wire', 'faults'],
    run: async (room) => {
      const { cookie } = await openByWire(room);
      room.failNext('before_writing');
      const answer = await decideByWire(room, cookie);
      expect(problemOf(answer).code).toBe('busy');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    },
  },
  {
    name: 'records what came over the wire as it was sent',
    needs: ['wire', 'history'],
    run: async (room) => {
      const { cookie } = await openByWire(room);
      const answer = await decideByWire(room, cookie);
      const { backend } = await room.customer('fresh-wire');
      const { entry } = JSON.parse(answer.text) as { entry: unknown };
      expect(await logOf(backend)).toEqual([entry]);
    },
  },
  ...malformedCases,
];
