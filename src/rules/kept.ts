import type { Notice } from '#contract/notice.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import type { HoldingRecord } from './holdings.ts';
import { isOptional } from './options.ts';

/**
 * The uses that a record is kept for when it is forgotten; empty = none, so it goes. A record is kept where the
 * customer has to provide its item, by contract or by law, or where a law asks for one of the item's uses. It is kept
 * for the item's uses that are not the customer's to decide, and for nothing else.
 */
export function keepersIn({
  categories,
}: Pick<Notice, 'categories'>): (record: Pick<HoldingRecord, 'category' | 'item'>) => readonly ChoiceId[] {
  const keepers = new Map<string, readonly ChoiceId[]>();
  for (const { id: category, items, uses } of categories) {
    for (const { id: item, required, uses: needed } of items) {
      const needing = uses.filter((use) => needed.includes(use.id));
      const isKept = required !== 'optional' || needing.some(({ basis }) => basis === 'legal_obligation');
      const keeping = needing.filter((use) => !isOptional(use)).map(({ id }) => id);
      keepers.set(`${category}.${item}`, isKept ? keeping : []);
    }
  }
  return ({ category, item }) => keepers.get(`${category}.${item}`) ?? [];
}

/**
 * The same where a category, or everything, is forgotten. Null = it goes. What the customer forbade to conclude stays
 * there too, for the uses that must not conclude it: their word holds until they take that very record back.
 */
export function stayingIn(
  notice: Pick<Notice, 'categories'>,
  forbidden: ChoiceId | null,
): (record: Pick<HoldingRecord, 'category' | 'item'>) => readonly ChoiceId[] | null {
  const keepers = keepersIn(notice);
  return (record) => {
    if (`${record.category}.${record.item}` === forbidden) {
      const category = notice.categories.find(({ id }) => id === record.category);
      return category?.items.find(({ id }) => id === record.item)?.uses ?? [];
    }
    const keeping = keepers(record);
    return keeping.length > 0 ? keeping : null;
  };
}
