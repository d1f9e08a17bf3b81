import type { Ledger } from '#contract/benefits.ts';
import type { Voice } from '#i18n/voice.ts';
import { benefitsStrings, inYear, nothingIn, soFar } from './benefits.strings.ts';
import { totalsOf } from './worth.model.ts';

/** Is it the year of now, in a zone's calendar? */
export const isUnderWay = ({ asOf, year }: Pick<Ledger, 'asOf' | 'year'>, zone: string): boolean =>
  new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone }).format(new Date(asOf)) === String(year);

/** What came back in a year, in one sentence. `<b>` marks what was counted. */
export function summaryOf(voice: Voice, ledger: Ledger, zone: string): string {
  const { say } = voice;
  const totals = totalsOf(voice, ledger.benefits);
  const year = String(ledger.year);
  if (isUnderWay(ledger, zone))
    return say(totals.length === 0 ? benefitsStrings.empty : soFar(voice.date(ledger.asOf), voice.list(totals)));
  return say(totals.length === 0 ? nothingIn(year) : inYear(year, voice.list(totals)));
}
