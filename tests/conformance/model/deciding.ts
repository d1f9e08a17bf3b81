import { expect } from 'vitest';
import { backendAt, command, type Command } from './command.ts';
import type { SubjectModel, Told } from './subject-model.ts';
import { arrive, momentOf, seatOf, subjectOf, toldBy, type Model, type Sent, type Stage } from './theatre.ts';
import { itemOf, type Wish } from './wish.ts';

const send = (stage: Stage, { seat, key, items }: Sent) =>
  toldBy(backendAt(stage, seat).decide({ key, items: [...items] }));

const expectTold = (
  stage: Stage,
  model: Model,
  seat: number,
  expected: Told,
  { told, answer }: Awaited<ReturnType<typeof send>>,
): void => {
  expect(told).toEqual(expected);
  if (!answer) return;
  const name = `${seatOf(model, seat).subject}/${answer.entry.seq}`;
  const before = stage.answered.get(name);
  if (before) expect({ ...answer, replayed: false }).toEqual(before);
  else stage.answered.set(name, { ...answer, replayed: false });
};

/** One press: a new intent, or the key of an earlier one with the same command or with another. */
export const decideCommand = (
  seat: number,
  wishes: readonly Wish[],
  how: 'new' | 'again' | 'other',
  pick: number,
): Command =>
  command(`decide(${JSON.stringify({ seat, wishes, how, pick })})`, async (model, stage) => {
    const fresh: Sent = {
      seat,
      subject: seatOf(model, seat).subject,
      key: `key-${(stage.keys += 1)}-of-the-model`,
      items: wishes.map((one) => itemOf(one, model, seat)),
    };
    const earlier = model.sent.filter((one) => one.subject === seatOf(model, seat).subject);
    const before = how === 'new' ? undefined : earlier[pick % Math.max(1, earlier.length)];
    const sent = before ? { ...(how === 'again' ? before : { ...fresh, key: before.key }), seat } : fresh;
    const result = await send(stage, sent);
    if (!arrive(model, seat)) return expect(result.told).toEqual({ refused: 'signed_out', current: [] });
    model.sent.push(sent);
    expectTold(stage, model, seat, subjectOf(model, seat).decide(sent.key, sent.items, momentOf(model, seat)), result);
  });

/** A press on choices that are another customer's by now: nothing of it is stored. */
export const foreignPress = (seat: number, other: number): Command =>
  command(
    `foreign(${seat}, ${other})`,
    async (model, stage) => {
      const { customer } = await backendAt(stage, other).getChoices({});
      arrive(model, other);
      if (customer === undefined) return;
      const items = [{ choice: 'browsing.ads', value: 'off' }];
      const press = { items, customer, key: `key-${(stage.keys += 1)}-of-the-model` };
      const { told } = await toldBy(backendAt(stage, seat).decide(press));
      arrive(model, seat);
      expect(told).toEqual({ refused: 'signed_out', current: [] });
    },
    (model) =>
      seatOf(model, seat).subject !== seatOf(model, other).subject &&
      [seat, other].every((one) => (seatOf(model, one).ends ?? 0) > model.now),
  );

/** Two browsers of one customer press at the same moment: what comes out is what one order or the other would give. */
export const raceCommand = (wishes: readonly [Wish[], Wish[]], sameIntent: boolean): Command =>
  command(
    `race(${JSON.stringify({ wishes, sameIntent })})`,
    async (model, stage) => {
      for (const seat of [0, 1]) {
        await stage.backends[seat]?.getChoices({});
        arrive(model, seat);
      }
      const first: Sent = {
        seat: 0,
        subject: 0,
        key: `key-${(stage.keys += 1)}-of-the-model`,
        items: wishes[0].map((one) => itemOf(one, model, 0)),
      };
      const other: Sent = {
        seat: 1,
        subject: 0,
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
