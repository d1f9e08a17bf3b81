import { expect } from 'vitest';
import { exactly, logOf, newKey, type Case } from '#tests/conformance/room.ts';
import { fromOurPage, wire } from '#tests/conformance/wire-request.ts';
import { apiOf, decideByWire, named, noticeByWire, off, openByWire, problemOf } from '#tests/conformance/wire-room.ts';

/** How calls travel: keys, signals, caches, methods and problems. */
export const wireCases: readonly Case[] = [
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
      exactly(room, 'browsing.offers');
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
      const { cookie } = await openByWire(room, 'fresh-believed', { gpc: true });
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
      const notice = await wire(`${api}/notices/${await noticeByWire(room)}`);
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
      const get = await wire(`${api}/notices/${await noticeByWire(room)}`);
      const head = await wire(`${api}/notices/${await noticeByWire(room)}`, { method: 'HEAD' });
      expect([head.status, head.text]).toEqual([200, '']);
      expect(head.headers['etag']).toBe(get.headers['etag']);
      const put = await wire(`${api}/me/decisions`, { method: 'PUT', headers: fromOurPage(origin), body: off(room) });
      expect([put.status, put.headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
      expect(problemOf(put).code).toBe('malformed');
      expect((await wire(`${api}/session`)).headers['allow']).toBe('DELETE, POST');
    },
  },
  {
    name: 'shows what holds in the problem of a grant that came too late',
    needs: ['wire', 'versions'],
    run: async (room) => {
      const { cookie } = await openByWire(room);
      await decideByWire(room, cookie, {}, off(room, 'location.nearby'));
      const choice = named(room, 'location.nearby');
      const seen = { seq: 0, notice: await noticeByWire(room) };
      const late = JSON.stringify({ items: [{ choice, value: 'on', seen }] });
      const problem = problemOf(await decideByWire(room, cookie, {}, late));
      expect(problem).toMatchObject({ code: 'stale', status: 412, current: [{ choice, seq: 1 }] });
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
      expect(await logOf(backend)).toEqual([room.target.foreign?.cast.fromBrand(entry) ?? entry]);
    },
  },
];
