import type { Ledger } from '#contract/benefits.ts';
import type { Use } from '#contract/notice.ts';
import { saidInAll } from '#i18n/said-in-all.ts';
import type { Voice } from '#i18n/voice.ts';
import { bothWaysStrings, gaveTimes } from './both-ways.strings.ts';

/** What one use gave this year, and what becomes of that when it is off. */
export interface Stops {
  readonly use: string;
  readonly name: string;
  /** `<b>` marks the amount. */
  readonly gave: string;
  readonly after: string | null;
}

/** For every use that counts something: what it gave, by the brand's own words. `isOn`: is it on now? */
export function stopsOf(
  voice: Voice,
  uses: readonly Use[],
  { year, benefits }: Ledger,
  isOn: (use: string) => boolean,
): readonly Stops[] {
  const { say } = voice;
  return uses.flatMap(({ id, name, got: rule }): Stops[] => {
    if (!rule) return [];
    const mine = benefits.filter(({ use }) => use === id);
    const [first] = mine;
    const all = saidInAll(voice, rule, mine, year);
    if (!first || all === null) return [{ use: id, name, gave: rule.none, after: null }];
    const isCount = first.currency === null && first.counting !== 'time_saved';
    const gave = isCount ? all : say(gaveTimes(all, mine.length));
    return [{ use: id, name, gave, after: say(isOn(id) ? bothWaysStrings.stops : bothWaysStrings.nothingAdded) }];
  });
}
