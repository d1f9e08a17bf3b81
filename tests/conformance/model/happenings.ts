import fc from 'fast-check';
import { expect } from 'vitest';
import { testEdition } from '#tests/conformance/test-brand.ts';
import { backendAt, command, type Command } from './command.ts';
import { decideCommand, raceCommand } from './deciding.ts';
import { look, readLog } from './reading.ts';
import { SubjectModel } from './subject-model.ts';
import { momentOf, personas, seatOf, subjectOf } from './theatre.ts';
import { often, wishes } from './wish.ts';

const open = (seat: number): Command =>
  command(`open(${seat})`, async (model, stage) => {
    const demo = personas[seat] ?? null;
    const lived = (seatOf(model, seat).ends ?? 0) > model.now;
    const { expiresAt } = await backendAt(stage, seat).openSession(demo === null ? {} : { demo });
    const at = seatOf(model, seat);
    at.ends = model.now + stage.reins.world.sessionLasts;
    expect(expiresAt).toBe(new Date(at.ends).toISOString());
    if (demo === null && !lived) {
      // A browser whose session is over is a new one: nothing leads back to what it was.
      model.subjects[at.subject] = new SubjectModel(true);
      model.sent.splice(0, Infinity, ...model.sent.filter((one) => one.seat !== seat));
      for (const name of stage.answered.keys()) if (name.startsWith(`${at.subject}/`)) stage.answered.delete(name);
    }
    at.signalled = at.gpc;
    if (at.gpc) subjectOf(model, seat).signal(momentOf(model, seat));
  });

const close = (seat: number): Command =>
  command(`close(${seat})`, async (model, stage) => {
    await backendAt(stage, seat).closeSession({});
    seatOf(model, seat).ends = null;
  });

const toggleSignal = (seat: number): Command =>
  command(`signal(${seat})`, async (model, stage) => {
    const at = seatOf(model, seat);
    at.gpc = !at.gpc;
    const browser = stage.browsers[seat];
    if (browser) browser.gpc = at.gpc;
  });

const wait = (ms: number): Command =>
  command(`wait(${ms})`, async (model, stage) => {
    stage.reins.advance(ms);
    model.now += ms;
  });

const publish: Command = command(
  'publish',
  async (model, stage) => {
    model.published += 1;
    await stage.target.publish(await testEdition(stage.reins.world.brands[0], model.published as 2 | 3));
  },
  (model) => model.published < 3,
);

const HOUR = 3_600_000;
const seats = fc.nat({ max: 3 });

/** Everything that can happen, deciding most of all. */
export const happenings: fc.Arbitrary<Command>[] = [
  ...[1, 2, 3, 4].map(() =>
    fc
      .tuple(seats, wishes, often<'new' | 'again' | 'other'>('new', 'again', 'other'), fc.nat())
      .map((one) => decideCommand(...one)),
  ),
  fc.tuple(fc.tuple(wishes, wishes), fc.boolean()).map((one) => raceCommand(...one)),
  seats.map(look),
  fc.tuple(seats, fc.integer({ min: 1, max: 40 })).map((one) => readLog(...one)),
  seats.map(open),
  seats.map(toggleSignal),
  fc.constantFrom(1, 1000, HOUR, 24 * HOUR, 9 * 24 * HOUR, 20 * 24 * HOUR).map(wait),
  fc.oneof({ weight: 1, arbitrary: seats.map(close) }, { weight: 2, arbitrary: fc.constant(publish) }),
];
