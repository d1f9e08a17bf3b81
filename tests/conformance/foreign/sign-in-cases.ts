import { expect } from 'vitest';
import { refusal, type Case, type Room } from '#tests/conformance/room.ts';

const tokenWith = ({ target }: Room, claims: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  if (!target.foreign) throw new Error('These cases are for servers with a key of their own.');
  return target.foreign.tokenWith(claims);
};

/** How a server that somebody else runs takes the tokens of its own brand. */
export const signInCases: readonly Case[] = [
  {
    name: 'redeems a sign-in token once, of ten at the same moment, and never again',
    needs: [],
    run: async (room) => {
      const token = await tokenWith(room);
      const open = () => room.visitor().backend.openSession({ token });
      const tries = await Promise.allSettled(Array.from({ length: 10 }, open));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await refusal(open())).code).toBe('forbidden');
    },
  },
  {
    name: 'refuses every wrong sign-in token, in the same words',
    needs: [],
    run: async (room) => {
      const now = Math.floor(Date.now() / 1000);
      const [head = '', body = ''] = (await tokenWith(room)).split('.');
      const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
      const wrong = [
        await tokenWith(room, { iss: 'https://evil.example' }),
        await tokenWith(room, { aud: 'https://evil.example/v1/other' }),
        await tokenWith(room, { iat: now - 120, exp: now - 60 }),
        await tokenWith(room, { iat: now + 60, exp: now + 120 }),
        await tokenWith(room, { exp: now + 600 }),
        await tokenWith(room, { sub: undefined }),
        await tokenWith(room, { jti: undefined }),
        `${head}.${body}.${'A'.repeat(86)}`,
        `${unsigned}.${body}.`,
        'no token at all',
      ];
      const told = new Set<string>();
      for (const token of wrong) {
        const { code, detail } = await refusal(room.visitor().backend.openSession({ token }));
        told.add(`${code}: ${detail}`);
      }
      expect([...told]).toEqual([expect.stringMatching(/^forbidden: /)]);
    },
  },
];
