import type { About } from '#contract/about.ts';
import type { Notice } from '#contract/notice.ts';
import { creditsOf, shownBy } from './counting.ts';
import { evidenceOf } from './evidence.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { benefitId } from './ledger.ts';
import { ORDER_LINE, orderLineOf } from './order-line.ts';

/**
 * The records that a conclusion, or an entry of the ledger, rests on: of an order that began with picks, each line that
 * did. Null = there is no conclusion and no benefit of this id, or no longer.
 */
export function recordsBehind(
  { records }: Pick<Holdings, 'records'>,
  notice: Notice,
  about: Pick<About, 'conclusions'>,
  id: string,
): HoldingRecord[] | null {
  const conclusion = records.find((one) => one.id === id && `${one.category}.${one.item}` === about.conclusions?.held);
  if (conclusion) return evidenceOf({ records }, conclusion);

  for (const counting of creditsOf(notice).keys()) {
    const shows = (record: HoldingRecord): boolean => shownBy(record).some((shown) => shown.counting === counting);
    const record = records.find((one) => id === benefitId(one.id, counting));
    if (!record || !shows(record)) continue;
    if (counting !== 'pick_ordered') return [record];
    const { order } = orderLineOf(record);
    return records.filter((one) => one.item === ORDER_LINE && orderLineOf(one).order === order && shows(one));
  }
  return null;
}
