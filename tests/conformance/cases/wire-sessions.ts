import { expect } from 'vitest';
import { newKey, type Case } from '#tests/conformance/room.ts';
import { fromOurPage, wire } from '#tests/conformance/wire-request.ts';
import { apiOf, off, openByWire, presentedTo, problemOf, signInBody } from '#tests/conformance/wire-room.ts';

/** What keeps one customer's session that customer's, on the wire. */
export const wireSessionCases: readonly Case[] = [
  {
    name: 'keeps the session in a cookie that no script can read, and nowhere in the answer',
    needs: ['wire'],
    run: async (room) => {
      const { answer, setCookie, cookie } = await openByWire(room);
      const [, token = ''] = cookie.split('=');
      expect(answer.status).toBe(200);
      expect(token.length).toBeGreaterThanOrEqual(43);
      expect(answer.text).not.toContain(token);
      const attributes = setCookie.split('; ').slice(1);
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
      const { expiresAt } = JSON.parse(answer.text) as { expiresAt: string };
      expect(attributes).toContain(`Expires=${new Date(expiresAt).toUTCString()}`);
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
      const again = await wire(`${api}/session`, {
        method: 'POST',
        headers,
        body: await signInBody(room, 'fresh-wire'),
      });
      expect(again.headers['set-cookie']?.[0]?.startsWith(`${cookie};`)).toBe(false);
      expect((await wire(`${api}/me/choices`, { headers: { Cookie: cookie } })).status).toBe(401);
    },
  },
  {
    name: 'lets no other site change anything: without our header, with a foreign origin, or from nowhere it knows',
    needs: ['wire'],
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
          wire(`${api}/me/decisions`, { method: 'POST', headers, body: off(room) }),
          wire(`${api}/session`, { method: 'POST', headers, body: '{}' }),
          wire(`${api}/session`, { method: 'DELETE', headers }),
        ]);
        for (const answer of answers) expect(problemOf(answer)).toMatchObject({ code: 'forbidden', status: 403 });
      }
      const choices = await wire(`${api}/me/choices`, { headers: { Cookie: cookie } });
      expect(JSON.parse(choices.text)).toMatchObject({ seq: 0 });
      const bySite = { ...without('Origin'), 'Sec-Fetch-Site': 'same-origin' };
      expect((await wire(`${api}/me/decisions`, { method: 'POST', headers: bySite, body: off(room) })).status).toBe(
        200,
      );
    },
  },
  {
    name: 'answers the same 404 for an unknown address, an unknown brand and what is not the caller’s',
    needs: ['wire'],
    run: async (room) => {
      const { api, origin } = apiOf(room);
      const { cookie } = await openByWire(room);
      const [, other] = room.world.brands;
      const answers = await Promise.all([
        wire(`${api}/nothing`),
        wire(`${api}/notices/1/`),
        wire(`${api}/notices/7`),
        wire(`${origin}/v1/no-such-brand/capabilities`),
        wire(`${origin}/v1/No%20Brand/capabilities`),
        wire(`${origin}/v1/x/${room.world.brands[0]}/capabilities`),
        wire(`${origin}/v1/${other}/me/choices`, { headers: { Cookie: presentedTo(room, cookie, other) } }),
        wire(`${api}/me/decisions/9/receipt`, { headers: { Cookie: cookie } }),
      ]);
      for (const answer of answers) expect(problemOf(answer)).toMatchObject({ code: 'not_found', status: 404 });
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    },
  },
  {
    name: 'answers the same 401 without a session, with a made-up one and with an ended one',
    needs: ['wire'],
    run: async (room) => {
      const { api, origin } = apiOf(room);
      const { cookie } = await openByWire(room);
      const [name = ''] = cookie.split('=');
      if (await room.can('clock')) room.advance(room.world.sessionLasts);
      else await wire(`${api}/session`, { method: 'DELETE', headers: fromOurPage(origin, { Cookie: cookie }) });
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
];
