import { expect } from 'vitest';
import { brandKeys, goodClaims, tokenOf } from '#tests/conformance/brand-keys.ts';
import { choiceOf, refusal, turnOff, turnOn, type Case, type Room } from '#tests/conformance/room.ts';

const claimsIn = ({ target, world }: Room, brand = world.brands[0]): Record<string, unknown> =>
  goodClaims(target.audience?.(brand) ?? '', Date.parse(world.now()));

let customers = 0;
const newCustomer = (): string => `token-${(customers += 1)}@example.com`;

/** What a brand signs for its customers. The many ways in which a token can be wrong are tried by F2. */
export const tokenCases: readonly Case[] = [
  {
    name: 'opens a session for the customer that the brand signed for, with every kind of key',
    needs: ['tokens', 'clock'],
    run: async (room) => {
      const sub = newCustomer();
      for (const [index, key] of brandKeys.entries()) {
        const { backend } = room.visitor();
        const token = tokenOf({ ...claimsIn(room), sub, name: 'Maya' }, key);
        const session = await backend.openSession({ token });
        expect(session.customer.name).toBe('Maya');
        expect(Date.parse(session.expiresAt)).toBe(Date.parse(room.world.now()) + room.world.sessionLasts);
        await turnOn(backend, 'purchases.recommendations');
        expect(await choiceOf(backend, 'purchases.recommendations')).toMatchObject({ seq: index + 1 });
      }
    },
  },
  {
    name: 'greets a customer as the token says, also where nothing is held of them yet, and as nobody without',
    needs: ['tokens', 'overview'],
    run: async (room) => {
      const { backend } = room.visitor();
      const sub = newCustomer();
      await backend.openSession({ token: tokenOf({ ...claimsIn(room), sub, name: ' Zoë  ' }) });
      const { customer, categories } = await backend.getOverview({});
      expect(customer.name).toBe('Zoë');
      // That they are here is all that is known of them.
      expect(categories.filter(({ held }) => held.count > 0).map(({ category }) => category)).toEqual(['browsing']);
      await backend.openSession({ token: tokenOf({ ...claimsIn(room), sub }) });
      expect((await backend.getOverview({})).customer.name).toBe('');
    },
  },
  {
    name: 'keeps customers apart, and the same name at two brands too',
    needs: ['tokens'],
    run: async (room) => {
      const sub = newCustomer();
      const { backend, browser } = room.visitor();
      await backend.openSession({ token: tokenOf({ ...claimsIn(room), sub }) });
      await turnOff(backend, 'browsing.ads');
      const other = room.visitor().backend;
      await other.openSession({ token: tokenOf({ ...claimsIn(room), sub: `${sub}x` }) });
      expect((await other.getChoices({})).seq).toBe(0);
      const [, second] = room.world.brands;
      const elsewhere = browser.at(second);
      await elsewhere.openSession({ token: tokenOf({ ...claimsIn(room, second), sub }) });
      expect((await elsewhere.getChoices({})).seq).toBe(0);
    },
  },
  {
    name: 'redeems a token once, of a hundred at the same moment, and never again',
    needs: ['tokens', 'clock'],
    run: async (room) => {
      const token = tokenOf({ ...claimsIn(room), sub: newCustomer() });
      const tries = await Promise.allSettled(
        Array.from({ length: 100 }, () => room.visitor().backend.openSession({ token })),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      room.advance(30_000);
      expect((await refusal(room.visitor().backend.openSession({ token }))).code).toBe('forbidden');
    },
  },
  {
    name: 'answers every wrong token in the same words, and tells a known customer from none',
    needs: ['tokens', 'clock'],
    run: async (room) => {
      const sub = newCustomer();
      await room.visitor().backend.openSession({ token: tokenOf({ ...claimsIn(room), sub }) });
      const claims = () => ({ ...claimsIn(room), sub });
      const used = tokenOf(claims());
      await room.visitor().backend.openSession({ token: used });
      const late = tokenOf(claims());
      room.advance(66_000);
      const [, second] = room.world.brands;
      const { iat } = claimsIn(room) as { iat: number };
      const wrong = [
        used,
        late,
        tokenOf({ ...claims(), iss: 'https://evil.example' }),
        tokenOf({ ...claims(), aud: room.target.audience?.(second) }),
        tokenOf({ ...claims(), exp: iat + 121 }),
        tokenOf({ ...claims(), iat: iat + 6, exp: iat + 66 }),
        tokenOf({ ...claims(), jti: undefined }),
        tokenOf({ ...claims(), sub: undefined }),
        tokenOf({ ...claims(), sub: 'nobody that is known', exp: iat - 10, iat: iat - 20 }),
        `${tokenOf(claims()).slice(0, -4)}AAAA`,
        'no token at all',
      ];
      const refusals = [];
      for (const token of wrong) refusals.push(await refusal(room.visitor().backend.openSession({ token })));
      const told = new Set(refusals.map(({ code, detail }) => `${code}: ${detail}`));
      expect([...told][0]).toMatch(/^forbidden: /);
      expect(told.size).toBe(1);
    },
  },
  {
    name: 'lets the clocks of brand and backend be a few seconds apart, and no more',
    needs: ['tokens', 'clock'],
    run: async (room) => {
      const { iat } = claimsIn(room) as { iat: number };
      const open = (times: object) =>
        room.visitor().backend.openSession({ token: tokenOf({ ...claimsIn(room), sub: newCustomer(), ...times }) });
      await open({ iat: iat + 5, exp: iat + 125 });
      await open({ iat: iat - 60, exp: iat - 4 });
      expect((await refusal(open({ iat: iat + 6, exp: iat + 60 }))).code).toBe('forbidden');
      expect((await refusal(open({ iat: iat - 60, exp: iat - 5 }))).code).toBe('forbidden');
    },
  },
  {
    name: 'opens one session at a time: not by token and as a demo persona at once',
    needs: ['tokens'],
    run: async (room) => {
      const token = tokenOf({ ...claimsIn(room), sub: newCustomer() });
      const { backend } = room.visitor();
      expect((await refusal(backend.openSession({ token, demo: 'fresh-both' }))).code).toBe('malformed');
      await backend.openSession({ token });
    },
  },
  {
    name: 'joins what the browser had turned off to the customer who is signed in by token',
    needs: ['tokens', 'browserSubject'],
    run: async (room) => {
      const { backend } = room.visitor();
      await backend.openSession({});
      await turnOff(backend, 'browsing.ads');
      await backend.openSession({ token: tokenOf({ ...claimsIn(room), sub: newCustomer() }) });
      expect(await choiceOf(backend, 'browsing.ads')).toMatchObject({ effective: 'off', why: 'device', seq: 1 });
    },
  },
];
