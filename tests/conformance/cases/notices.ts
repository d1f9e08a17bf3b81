import { expect } from 'vitest';
import {
  choiceOf,
  decide,
  refusal,
  refusalCode,
  seenNow,
  turnOff,
  turnOn,
  type Case,
  type Room,
} from '#tests/conformance/room.ts';
import { SECOND_FROM_INSTANT, testEdition, THIRD_FROM } from '#tests/conformance/test-brand.ts';

const BRAND = 'test-brand';
const DAY = 86_400_000;

/** Publishes version 2 and goes to the moment at which it is in force. Sessions of before have ended by then. */
const secondInForce = async (room: Room): Promise<void> => {
  await room.target.publish(await testEdition(BRAND, 2));
  room.advance(Date.parse(SECOND_FROM_INSTANT) - Date.parse(room.world.now()));
};

export const noticeCases: readonly Case[] = [
  {
    name: 'keeps an older notice word for word when a new one is published',
    needs: ['publish'],
    run: async ({ target, visitor }) => {
      const { backend } = visitor();
      const before = [await backend.getNotice({ version: 1 }), await backend.getNotice({ version: 1, language: 'cy' })];
      await target.publish(await testEdition(BRAND, 2));
      const after = [await backend.getNotice({ version: 1 }), await backend.getNotice({ version: 1, language: 'cy' })];
      expect(after.map((one) => JSON.stringify(one))).toEqual(before.map((one) => JSON.stringify(one)));
      expect((await backend.getNotice({ version: 2 })).notice.version).toBe(2);
    },
  },
  {
    name: 'refuses to alter a published notice, and goes on with the one it has',
    needs: ['publish'],
    run: async ({ target, visitor }) => {
      const { backend } = visitor();
      const edition = await testEdition(BRAND, 1);
      const english = edition.notices['en-GB'];
      if (!english) throw new Error('The test brand speaks English.');
      const altered = { notice: { ...english.notice, intro: 'Something else' }, hash: 'f'.repeat(64) };
      await expect(target.publish({ ...edition, notices: { 'en-GB': altered } })).rejects.toThrow(
        'is published already',
      );
      expect((await backend.getNotice({ version: 1 })).notice.intro).toBe('What we know');
    },
  },
  {
    name: 'puts a notice in force at the first moment of its day where the brand is',
    needs: ['publish', 'clock'],
    run: async (room) => {
      const { backend } = room.visitor();
      await secondInForce(room);
      room.advance(-1);
      expect((await backend.getNotice({ version: 'current' })).notice.version).toBe(1);
      room.advance(1);
      expect((await backend.getNotice({ version: 'current' })).notice.version).toBe(2);
    },
  },
  {
    name: 'refuses a grant made on the older notice, and applies a withdrawal made on it',
    needs: ['publish', 'clock', 'versions'],
    run: async (room) => {
      const persona = 'fresh-changed';
      const before = await room.customer(persona);
      const seen = await seenNow(before.backend, 'purchases.partners');
      await secondInForce(room);
      const { backend } = await room.customer(persona);
      const grant = decide(backend, [{ choice: 'purchases.partners', value: 'on', seen }]);
      const { code, status, current } = await refusal(grant);
      expect([code, status, current[0]?.choice]).toEqual(['notice_changed', 409, 'purchases.partners']);
      const { entry } = await decide(backend, [{ choice: 'purchases.insight', value: 'off', seen }]);
      expect(entry).toMatchObject({ notice: { version: 2 }, items: [{ outcome: 'applied' }] });
    },
  },
  {
    name: 'I5: suspends the grants of what widened, from that day on, and keeps the others',
    needs: ['publish', 'clock'],
    run: async (room) => {
      const persona = 'fresh-widened';
      const before = await room.customer(persona);
      await turnOn(before.backend, 'purchases.recommendations');
      await turnOn(before.backend, 'purchases.partners');
      await secondInForce(room);
      const { backend } = await room.customer(persona);
      expect(await choiceOf(backend, 'purchases.recommendations')).toMatchObject({
        effective: 'off',
        why: 'notice_changed',
        since: SECOND_FROM_INSTANT,
        decided: { value: 'on', notice: 1 },
      });
      expect(await choiceOf(backend, 'purchases.partners')).toMatchObject({ effective: 'on', why: 'customer' });
      await turnOn(backend, 'purchases.recommendations');
      expect((await choiceOf(backend, 'purchases.recommendations')).effective).toBe('on');
    },
  },
  {
    name: 'does not bring a suspended grant back because a later notice narrows again, and asks anew what it marks',
    needs: ['publish', 'clock'],
    run: async (room) => {
      const persona = 'fresh-narrowed';
      const before = await room.customer(persona);
      await turnOn(before.backend, 'purchases.recommendations');
      await secondInForce(room);
      const between = await room.customer(persona);
      room.advance(Date.parse(THIRD_FROM) - 7 * DAY - Date.parse(room.world.now()));
      const granted = await room.customer(persona);
      await turnOn(granted.backend, 'location.nearby');
      await room.target.publish(await testEdition(BRAND, 3));
      room.advance(8 * DAY);
      const { backend } = await room.customer(persona);
      expect(await refusalCode(between.backend.getChoices({}))).toBe('signed_out');
      expect((await backend.getChoices({})).notice.version).toBe(3);
      expect(await choiceOf(backend, 'purchases.recommendations')).toMatchObject({
        effective: 'off',
        why: 'notice_changed',
      });
      expect(await choiceOf(backend, 'location.nearby')).toMatchObject({ effective: 'off', why: 'notice_changed' });
    },
  },
  {
    name: 'never asks a refusal again because of a new notice',
    needs: ['publish', 'clock'],
    run: async (room) => {
      const persona = 'fresh-refused';
      const before = await room.customer(persona);
      await turnOff(before.backend, 'purchases.recommendations');
      await secondInForce(room);
      const { backend } = await room.customer(persona);
      expect(await choiceOf(backend, 'purchases.recommendations')).toMatchObject({
        effective: 'off',
        why: 'customer',
        seq: 1,
      });
    },
  },
  {
    name: 'I1: applies a withdrawal of a choice that the notice in force no longer has, and refuses to grant it',
    needs: ['publish', 'clock', 'versions'],
    run: async (room) => {
      const persona = 'fresh-retired';
      const before = await room.customer(persona);
      await turnOn(before.backend, 'profile.score', { confirmed: true });
      await secondInForce(room);
      const { backend } = await room.customer(persona);
      const { choices } = await backend.getChoices({});
      expect(choices.map((one) => one.choice)).not.toContain('profile.score');
      expect(choices.map((one) => one.choice)).toContain('profile.survey');
      const grant = { choice: 'profile.score', value: 'on', seen: { seq: 1, notice: 2 }, confirmed: true } as const;
      const { code, current } = await refusal(decide(backend, [grant]));
      expect([code, current[0]?.effective]).toEqual(['notice_changed', 'off']);
      expect((await turnOff(backend, 'profile.score')).entry.items[0]).toMatchObject({
        before: 'on',
        outcome: 'applied',
      });
    },
  },
];
