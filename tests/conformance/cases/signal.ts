import { expect } from 'vitest';
import {
  choiceOf,
  decide,
  exactly,
  logOf,
  refusalCode,
  seenNow,
  turnOff,
  turnOn,
  type Case,
  type Room,
} from '#tests/conformance/room.ts';

/** A customer whose browser sends the signal from before the session on. */
const customerWithSignal = async ({ visitor }: Room, persona: string) => {
  const made = visitor();
  made.browser.gpc = true;
  await made.backend.openSession({ demo: persona });
  return made;
};

export const signalCases: readonly Case[] = [
  {
    name: 'puts the signal of a browser on record once, as a decision that turns off exactly what it touches',
    needs: ['history', 'clock'],
    run: async (room) => {
      const { backend } = await customerWithSignal(room, 'fresh-gpc');
      const [entry, ...more] = await logOf(backend);
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ by: 'gpc', seq: 1, at: room.world.now() });
      expect(entry?.items.map(({ choice, value, outcome }) => [choice, value, outcome])).toEqual([
        ['browsing.ads', 'off', 'applied'],
        ['browsing.sale', 'off', 'applied'],
        ['browsing.offers', 'off', 'applied'],
      ]);
      const { signal, choices } = await backend.getChoices({});
      expect(signal).toEqual({ gpc: true, recordedAt: room.world.now() });
      expect(choices.filter((one) => one.why === 'gpc')).toHaveLength(3);
      expect(choices.find((one) => one.choice === 'purchases.insight')).toMatchObject({
        effective: 'on',
        why: 'default',
      });
      expect(await logOf(backend)).toHaveLength(1);
    },
  },
  {
    name: 'puts nothing on record again in the next session, for it is off already',
    needs: ['history'],
    run: async (room) => {
      exactly(room, 'browsing.ads');
      await customerWithSignal(room, 'fresh-twice');
      expect(await logOf((await customerWithSignal(room, 'fresh-twice')).backend)).toHaveLength(1);
    },
  },
  {
    name: 'puts the signal on record when it appears in a session under way',
    needs: ['history'],
    run: async (room) => {
      exactly(room, 'browsing.offers');
      const { backend, browser } = await room.customer();
      await turnOn(backend, 'browsing.offers');
      browser.gpc = true;
      expect(await choiceOf(backend, 'browsing.offers')).toMatchObject({ effective: 'off', why: 'gpc', seq: 2 });
      await backend.getChoices({});
      expect((await logOf(backend)).map((entry) => entry.by)).toEqual(['gpc', 'customer']);
    },
  },
  {
    name: 'keeps off what the signal turned off when the signal is gone: its absence is no consent',
    needs: [],
    run: async (room) => {
      exactly(room, 'browsing.offers');
      const before = await room.customer('fresh-gone');
      await turnOn(before.backend, 'browsing.offers');
      const { backend, browser } = await customerWithSignal(room, 'fresh-gone');
      browser.gpc = false;
      expect((await backend.getChoices({})).signal).toMatchObject({ gpc: false });
      expect(await choiceOf(backend, 'browsing.offers')).toMatchObject({ effective: 'off', why: 'gpc' });
    },
  },
  {
    name: 'lets a customer grant in full knowledge of the signal, and keeps to it in later sessions',
    needs: ['history'],
    run: async (room) => {
      exactly(room, 'browsing.ads');
      const { backend } = await customerWithSignal(room, 'fresh-ack');
      expect(await refusalCode(turnOn(backend, 'browsing.ads'))).toBe('unseen');
      const { entry } = await turnOn(backend, 'browsing.ads', { gpcAck: true });
      expect(entry.items[0]).toMatchObject({ outcome: 'applied', before: 'off', gpcAck: true });
      expect(await choiceOf(backend, 'browsing.ads')).toMatchObject({ effective: 'on', why: 'customer' });
      const later = await customerWithSignal(room, 'fresh-ack');
      expect((await choiceOf(later.backend, 'browsing.ads')).effective).toBe('on');
      expect(await logOf(later.backend)).toHaveLength(2);
    },
  },
  {
    name: 'turns off in a browser with the signal what was granted in one without',
    needs: ['history'],
    run: async (room) => {
      exactly(room, 'browsing.offers');
      const quiet = await room.customer('fresh-two-browsers');
      await turnOn(quiet.backend, 'browsing.offers');
      await customerWithSignal(room, 'fresh-two-browsers');
      expect(await choiceOf(quiet.backend, 'browsing.offers')).toMatchObject({ effective: 'off', why: 'gpc' });
    },
  },
  {
    name: 'asks for no acknowledgement where the signal does not reach, nor to withdraw',
    needs: [],
    run: async (room) => {
      exactly(room, 'browsing.offers');
      const { backend } = await customerWithSignal(room, 'fresh-reach');
      await turnOn(backend, 'purchases.recommendations');
      expect((await choiceOf(backend, 'purchases.recommendations')).effective).toBe('on');
      await turnOff(backend, 'browsing.offers');
      const items = [{ choice: 'browsing.offers', value: 'on', seen: await seenNow(backend, 'browsing.offers') }];
      expect(await refusalCode(decide(backend, items))).toBe('unseen');
    },
  },
  {
    name: 'records the signal of a browser without a customer too',
    needs: ['history', 'browserSubject'],
    run: async (room) => {
      exactly(room, 'browsing.offers');
      const { backend, browser } = room.visitor();
      browser.gpc = true;
      await backend.openSession({});
      expect((await logOf(backend)).map((entry) => entry.by)).toEqual(['gpc']);
    },
  },
];
