import type { Ledger } from '#contract/benefits.ts';
import type { Notice } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { countWords, monthOf } from './benefits.strings.ts';
import { monthsOf } from './months.model.ts';
import { kindOf, timeInWords, totalsOf, type Kind } from './worth.model.ts';

/** One line of the ledger, as it is shown. */
export interface EntryLine {
  readonly id: string;
  readonly date: string;
  readonly label: string;
  readonly use: string;
  readonly useName: string;
  readonly amount: string;
}

/** A month of the ledger in which something came back. */
export interface EntryMonth {
  readonly month: number;
  readonly name: string;
  /** `<b>` marks what was counted. */
  readonly totals: string;
  readonly entries: readonly EntryLine[];
}

/** How much one entry is, in words of its own. */
function amountOf(voice: Voice, kind: Kind, amount: number): string {
  if ('currency' in kind) return voice.money(amount, kind.currency);
  if (kind.counting === 'time_saved') return timeInWords(voice, amount);
  return voice.say(countWords[kind.counting](amount)).replaceAll(/<\/?b>/g, '');
}

/** The ledger by month, newest first. */
export function entriesOf(voice: Voice, notice: Notice, ledger: Ledger, zone: string): readonly EntryMonth[] {
  const { say, date } = voice;
  const names = new Map(notice.categories.flatMap(({ uses }) => uses.map(({ id, name }) => [id, name] as const)));
  return monthsOf(ledger.benefits, zone)
    .filter(({ benefits }) => benefits.length > 0)
    .toReversed()
    .map(({ month, benefits }) => ({
      month,
      name: say(monthOf(voice.month(month, 'long'), String(ledger.year))),
      totals: voice.list(totalsOf(voice, benefits)),
      entries: benefits.map((one) => {
        const kind = kindOf(one);
        return {
          id: one.id,
          date: date(one.at),
          label: one.label,
          use: one.use,
          useName: names.get(one.use) ?? one.use,
          amount: amountOf(voice, kind, one.amount),
        };
      }),
    }));
}
