import fc from 'fast-check';
import { expect } from 'vitest';
import { testEdition } from '#tests/conformance/test-brand.ts';
import { backendAt, command, type Command } from './command.ts';
import { decideCommand, foreignPress, raceCommand } from './deciding.ts';
import { look, readLog } from './reading.ts';
import { SubjectModel } from './subject-model.ts';
import { momentOf, personas, seatOf, subjectNamed, subjectOf } from './theatre.ts';
import { often, wishes } from './wish.ts';

type Persona = (typeof personas)[number];

const open = (seat: number, demo: Persona): Command =>
  command(`open(${seat}, ${demo})`, async (model, stage) => {
    const at = seatOf(model, seat);
    const lived = (at.ends ?? 0) > model.now;
    const { expiresAt } = await backendAt(stage, seat).openSession(demo === null ? {} : { demo });
    at.ends = model.now + stage.reins.world.sessionLasts;
    expect(expiresAt).toBe(new Date(at.ends).toISOString());
    const own = lived && subjectOf(model, seat).anonymous ? subjectOf(model, seat) : null;
    if (demo !== null) {
      at.subject = subjectNamed[demo];
      if (own) subjectOf(model, seat).link(own, { ...momentOf(model, seat), gpc: false });
    } else if (!own) {
      // A browser whose session is over, or was a customer's, is a new one: nothing leads back to what it was.
      at.subject = model.subjects.push(new SubjectModel(true)) - 1;
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
  seats.map((seat) => open(seat, personas[seat] ?? null)),
  fc.constantFrom<Persona>(null, 'fresh-one', 'fresh-two').map((persona) => open(3, persona)),
  fc.tuple(seats, seats).map((one) => foreignPress(...one)),
  seats.map(toggleSignal),
  fc.constantFrom(1, 1000, HOUR, 24 * HOUR, 9 * 24 * HOUR, 20 * 24 * HOUR).map(wait),
  fc.oneof({ weight: 1, arbitrary: seats.map(close) }, { weight: 2, arbitrary: fc.constant(publish) }),
];
