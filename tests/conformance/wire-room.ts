import { expect } from 'vitest';
import { Problem } from '#contract/problem.ts';
import { newKey, type Room } from './room.ts';
import { fromOurPage, wire, type WireAnswer, type WireRequest } from './wire-request.ts';

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

/** A withdrawal, as a body. */
export const off = JSON.stringify({ items: [{ choice: 'browsing.ads', value: 'off' }] });

/** Decides as the customer of a cookie. */
export const decideByWire = (
  room: Room,
  cookie: string,
  more: Record<string, string | string[]> = {},
  body: WireRequest['body'] = off,
) => {
  const { origin, api } = apiOf(room);
  const headers = fromOurPage(origin, { Cookie: cookie, 'Idempotency-Key': newKey(), ...more });
  return wire(`${api}/me/decisions`, { method: 'POST', headers, body });
};
