import fc from 'fast-check';
import { expect } from 'vitest';
import type { DecisionItem } from '#contract/decisions.ts';
import { testEdition } from '#tests/conformance/test-brand.ts';
import { logOf, refusalCode } from '#tests/conformance/room.ts';
import { verifyReceipt } from '#rules/receipt.ts';
import { book } from './book.ts';
import { SubjectModel, versionAt, type Told } from './subject-model.ts';
import {
  arrive,
  modelEntry,
  modelState,
  momentOf,
  personas,
  seatOf,
  subjectOf,
  toldBy,
  type Model,
  type Sent,
  type Stage,
} from './theatre.ts';

type Command = fc.AsyncCommand<Model, Stage>;

/** One item, before it is known what is on screen. */
interface Wish {
  readonly choice: string;
  readonly value: string;
  readonly seen: 'now' | 'old' | 'none' | 'other_notice';
  readonly ack: boolean;
  readonly confirmed: boolean;
  readonly until: number | null;
}

const itemOf = (wish: Wish, model: Model, seat: number): DecisionItem => {
  const seq = subjectOf(model, seat).seqOf(wish.choice);
  const notice = versionAt(momentOf(model, seat));
  const seen = {
    now: { seq, notice },
    old: { seq: seq > 0 ? seq - 1 : 1, notice },
    none: undefined,
    other_notice: { seq, notice: notice === 1 ? 2 : notice - 1 },
  }[wish.seen];
  return {
    choice: wish.choice,
    value: wish.value,
    ...(seen && { seen }),
    ...(wish.until !== null && { until: new Date(model.now + wish.until).toISOString() }),
    ...(wish.ack && { gpcAck: true as const }),
    ...(wish.confirmed && { confirmed: true as const }),
  };
};

const send = (stage: Stage, { seat, key, items }: Sent) =>
  toldBy(stage.backends[seat]?.decide({ key, items: [...items] }) ?? Promise.reject(new Error('no such seat')));

const expectTold = (
  stage: Stage,
  model: Model,
  seat: number,
  expected: Told,
  { told, answer }: Awaited<ReturnType<typeof send>>,
): void => {
  expect(told).toEqual(expected);
  if (!answer) return;
  const name = `${model.subjects.indexOf(subjectOf(model, seat))}/${answer.entry.seq}`;
  const before = stage.answered.get(name);
  if (before) expect({ ...answer, replayed: false }).toEqual(before);
  else stage.answered.set(name, { ...answer, replayed: false });
};

const command = (name: string, run: Command['run'], check: Command['check'] = () => true): Command => ({
  check,
  run,
  toString: () => name,
});

const decideCommand = (seat: number, wishes: readonly Wish[], how: 'new' | 'again' | 'other', pick: number): Command =>
  command(`decide(${JSON.stringify({ seat, wishes, how, pick })})`, async (model, stage) => {
    const fresh: Sent = {
      seat,
      key: `key-${(stage.keys += 1)}-of-the-model`,
      items: wishes.map((one) => itemOf(one, model, seat)),
    };
    const earlier = model.sent.filter((one) => seatOf(model, one.seat).subject === seatOf(model, seat).subject);
    const before = how === 'new' ? undefined : earlier[pick % Math.max(1, earlier.length)];
    const sent = before ? { ...(how === 'again' ? before : { ...fresh, key: before.key }), seat } : fresh;
    const result = await send(stage, sent);
    if (!arrive(model, seat)) return expect(result.told).toEqual({ refused: 'signed_out', current: [] });
    model.sent.push(sent);
    expectTold(stage, model, seat, subjectOf(model, seat).decide(sent.key, sent.items, momentOf(model, seat)), result);
  });

/** Two browsers of one customer press at the same moment: what comes out is what one order or the other would give. */
const raceCommand = (wishes: readonly [Wish[], Wish[]], sameIntent: boolean): Command =>
  command(
    `race(${JSON.stringify({ wishes, sameIntent })})`,
    async (model, stage) => {
      for (const seat of [0, 1]) {
        await stage.backends[seat]?.getChoices({});
        arrive(model, seat);
      }
      const first: Sent = {
        seat: 0,
        key: `key-${(stage.keys += 1)}-of-the-model`,
        items: wishes[0].map((one) => itemOf(one, model, 0)),
      };
      const other: Sent = {
        seat: 1,
        key: `key-${(stage.keys += 1)}-of-the-model`,
        items: wishes[1].map((one) => itemOf(one, model, 1)),
      };
      const second = sameIntent ? { ...first, seat: 1 } : other;
      const results = await Promise.all([send(stage, first), send(stage, second)]);
      const play = (order: readonly Sent[]) => {
        const subject = (model.subjects[0] as SubjectModel).clone();
        const told = new Map(
          order.map((one) => [one.seat, subject.decide(one.key, one.items, momentOf(model, one.seat))]),
        );
        return { subject, told: [told.get(0), told.get(1)] as [Told, Told] };
      };
      const orders = [play([first, second]), play([second, first])];
      const real = text(results.map((one) => one.told));
      const played = orders.find((one) => text(one.told) === real);
      expect(orders.map((one) => text(one.told))).toContain(real);
      if (!played) return;
      model.subjects[0] = played.subject;
      model.sent.push(first, second);
      results.forEach((result, seat) => expectTold(stage, model, seat, played.told[seat] as Told, result));
    },
    (model) => [0, 1].every((seat) => (seatOf(model, seat).ends ?? 0) > model.now),
  );

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
};

const text = (told: readonly Told[]): string => JSON.stringify(sorted(told));

const look = (seat: number): Command =>
  command(`look(${seat})`, async (model, stage) => {
    const backend = stage.backends[seat];
    if (!backend) throw new Error('no such seat');
    if (!arrive(model, seat)) return expect(await refusalCode(backend.getChoices({}))).toBe('signed_out');
    const { notice, seq, asOf, signal, choices } = await backend.getChoices({});
    const subject = subjectOf(model, seat);
    const moment = momentOf(model, seat);
    expect({ version: notice.version, seq, asOf, signal }).toEqual({
      version: versionAt(moment),
      seq: subject.entries.length,
      asOf: new Date(model.now).toISOString(),
      signal: { gpc: moment.gpc, recordedAt: subject.signalAt() },
    });
    expect(choices.map(modelState)).toEqual(subject.choices(moment));
  });

const readLog = (seat: number, limit: number): Command =>
  command(`log(${seat}, ${limit})`, async (model, stage) => {
    const backend = stage.backends[seat];
    if (!backend) throw new Error('no such seat');
    if (!arrive(model, seat)) return expect(await refusalCode(backend.listDecisions({}))).toBe('signed_out');
    const { entries } = subjectOf(model, seat);
    const log = await logOf(backend, limit);
    expect(log.map(modelEntry)).toEqual(entries.toReversed());
    expect((await backend.listDecisions({ limit: 1 })).head).toBe(log[0]?.hash ?? null);
    const seq = entries.length;
    expect(await refusalCode(backend.getReceipt({ seq: seq + 1 }))).toBe('not_found');
    if (seq === 0) return;
    const { receipt } = await backend.getReceipt({ seq });
    const { receipts } = await backend.getCapabilities({});
    const verified = await verifyReceipt(receipt, receipts?.keys ?? []);
    expect(verified).toMatchObject({ ok: true, claims: { entry: log[0], previous: log[1]?.hash ?? null } });
  });

const open = (seat: number): Command =>
  command(`open(${seat})`, async (model, stage) => {
    const demo = personas[seat] ?? null;
    const lived = (seatOf(model, seat).ends ?? 0) > model.now;
    const { expiresAt } = (await stage.backends[seat]?.openSession(demo === null ? {} : { demo })) ?? {};
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
    await stage.backends[seat]?.closeSession({});
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
const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 2 * others.length + 2, arbitrary: fc.constant(usual) }, ...others.map((one) => fc.constant(one)));

const wish: fc.Arbitrary<Wish> = fc.record({
  choice: fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...Object.keys(book)) }, fc.constant('no.such')),
  value: fc.oneof({ weight: 40, arbitrary: fc.constantFrom('on', 'off') }, fc.constant('weekly')),
  seen: often<Wish['seen']>('now', 'old', 'none', 'other_notice'),
  ack: fc.boolean(),
  confirmed: fc.boolean(),
  until: often<number | null>(null, HOUR, 20 * 24 * HOUR, -1),
});
const wishes = fc.array(wish, { minLength: 1, maxLength: 4, size: 'max' });

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
