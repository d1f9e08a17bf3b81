import type { ChoiceId, Id, Instant } from '#contract/primitives.ts';
import type { HoldingRecord, UsageEvent } from '#rules/holdings.ts';
import type { Calendar } from './calendar.ts';
import type { History } from './decisions.ts';

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
  /** Something done with the data, if its use was in effect at that moment. Answers whether it was. */
  readonly use: (use: ChoiceId, daysAgo: number, minute: number) => boolean;
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
  const events: Omit<UsageEvent, 'id'>[] = [];
  return {
    calendar,
    history,
    note: ([category, item], [daysAgo, minute], label, data = {}) => {
      if (daysAgo >= 1) records.push({ category, item, at: calendar.at(daysAgo, minute), label, data });
    },
    use: (use, daysAgo, minute) => {
      if (daysAgo < 1) return false;
      const at = calendar.at(daysAgo, minute);
      const inEffect = history.on(use, at);
      if (inEffect) events.push({ use, at });
      return inEffect;
    },
    allowed: (use, daysAgo, minute) => history.on(use, calendar.at(daysAgo, minute)),
    close: () => ({
      records: records.toSorted(byTime).map((record, index) => ({ id: numbered('r', index), ...record })),
      events: events.toSorted(byTime).map((event, index) => ({ id: numbered('e', index), ...event })),
    }),
  };
}
