import type { ChoiceId, Id, Instant } from '#contract/primitives.ts';
import type { HoldingRecord, UsageEvent } from '#rules/holdings.ts';
import type { Calendar } from './calendar.ts';
import type { History } from './decisions.ts';
import { pastOf, type Tell } from './past.ts';

/** Where a life is written down as it is told, in any order. */
export interface Diary {
  readonly calendar: Calendar;
  readonly history: History;
  /** Something that is held from then on. What would lie ahead of today is not written. */
  readonly note: (
    of: readonly [category: Id, item: Id],
    when: readonly [daysAgo: number, minute: number],
    label: string,
    data?: HoldingRecord['data'],
  ) => void;
  /**
   * Something done with the data, if its use was in effect at that moment, and if there was something to do it with:
   * `tell` says with what. Answers whether the use was in effect.
   */
  readonly use: (use: ChoiceId, daysAgo: number, minute: number, tell: Tell) => boolean;
  /** A record that names itself, such as an answer. */
  readonly keep: (daysAgo: number, record: HoldingRecord) => void;
  readonly allowed: (use: ChoiceId, daysAgo: number, minute: number) => boolean;
  /** All of it in the order of time, numbered. */
  readonly close: () => { readonly records: readonly HoldingRecord[]; readonly events: readonly UsageEvent[] };
}

/** Padded, so that ids sort as they count. */
const numbered = (letter: string, index: number): string => `${letter}${String(index + 1).padStart(6, '0')}`;

const byTime = (a: { at: Instant }, b: { at: Instant }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** An empty diary of one customer. */
export function openDiary(calendar: Calendar, history: History): Diary {
  const records: Omit<HoldingRecord, 'id'>[] = [];
  const named: HoldingRecord[] = [];
  const events: { use: ChoiceId; at: Instant; daysAgo: number; tell: Tell }[] = [];
  return {
    calendar,
    history,
    note: ([category, item], [daysAgo, minute], label, data = {}) => {
      if (daysAgo >= 1) records.push({ category, item, at: calendar.at(daysAgo, minute), label, data });
    },
    keep: (daysAgo, record) => {
      if (daysAgo >= 1) named.push(record);
    },
    use: (use, daysAgo, minute, tell) => {
      if (daysAgo < 1) return false;
      const at = calendar.at(daysAgo, minute);
      const inEffect = history.on(use, at);
      if (inEffect) events.push({ use, at, daysAgo, tell });
      return inEffect;
    },
    allowed: (use, daysAgo, minute) => history.on(use, calendar.at(daysAgo, minute)),
    close: () => {
      const told = records.toSorted(byTime).map((record, index) => ({ id: numbered('r', index), ...record }));
      const all = [...told, ...named].toSorted(byTime);
      const past = pastOf(all, calendar.morning);
      const done = events.toSorted(byTime).flatMap(({ use, at, daysAgo, tell }) => {
        const data = tell(past(at, daysAgo));
        return data ? [{ use, at, data }] : [];
      });
      return { records: all, events: done.map((event, index) => ({ id: numbered('e', index), ...event })) };
    },
  };
}
