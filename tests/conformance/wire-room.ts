import { expect } from 'vitest';
import { Problem } from '#contract/problem.ts';
import { newKey, type Room } from './room.ts';
import { fromOurPage, wire, type WireAnswer, type WireRequest } from './wire-request.ts';

/** The brand's API at the target's address. */
export const apiOf = ({ target, world }: Room): { brand: string; origin: string; api: string } => {
  if (target.origin === null) throw new Error('A target with the ability "wire" names its origin.');
  const brand = target.foreign?.brand ?? world.brands[0];
  return { brand, origin: target.origin, api: `${target.origin}/v1/${brand}` };
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

/** The body that signs a persona in, with more in it. */
export const signInBody = async ({ target }: Room, persona: string, more: object = {}): Promise<string> => {
  const body = (await target.foreign?.signInBody(persona)) ?? JSON.stringify({ demo: persona });
  return JSON.stringify({ ...(JSON.parse(body) as object), ...more });
};

/** The Cookie header of a new customer, and the Set-Cookie it came from. */
export const openByWire = async (room: Room, persona = 'fresh-wire', more: object = {}) => {
  const { origin, api } = apiOf(room);
  const body = await signInBody(room, persona, more);
  const answer = await wire(`${api}/session`, { method: 'POST', headers: fromOurPage(origin), body });
  const setCookie = answer.headers['set-cookie']?.[0] ?? '';
  return { answer, setCookie, cookie: setCookie.split(';')[0] ?? '' };
};

/** The session in a cookie of our brand, presented to another brand as if it were that one's own. */
export const presentedTo = (room: Room, cookie: string, brand: string): string =>
  cookie.replace(apiOf(room).brand, brand);

/** A choice as the target calls it. */
export const named = ({ target }: Room, choice: string): string => target.foreign?.cast.named(choice) ?? choice;

/** A withdrawal, as a body. */
export const off = (room: Room, choice = 'browsing.ads'): string =>
  JSON.stringify({ items: [{ choice: named(room, choice), value: 'off' }] });

/** Decides as the customer of a cookie. */
export const decideByWire = (
  room: Room,
  cookie: string,
  more: Record<string, string | string[]> = {},
  body: WireRequest['body'] = off(room),
) => {
  const { origin, api } = apiOf(room);
  const headers = fromOurPage(origin, { Cookie: cookie, 'Idempotency-Key': newKey(), ...more });
  return wire(`${api}/me/decisions`, { method: 'POST', headers, body });
};

/** The number of the notice in force. */
export const noticeByWire = async (room: Room): Promise<number> => {
  const answer = await wire(`${apiOf(room).api}/notices/current`);
  return (JSON.parse(answer.text) as { notice: { version: number } }).notice.version;
};
