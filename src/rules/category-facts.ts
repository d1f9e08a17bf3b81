import type { Category } from '#contract/notice.ts';
import type { ChangeFact } from '#contract/notice-changes.ts';
import { canonical } from './chain.ts';
import { comings, differing, fact, periodFacts, reworded, rewordedMessage } from './change-facts.ts';

const itemIn = (category: Category, id: string) => category.items.find((item) => item.id === id);

const itemFacts = (a: Category, b: Category): readonly ChangeFact[] => [
  ...comings(
    a.items.map(({ id }) => id),
    b.items.map(({ id }) => id),
  ).map(({ id, came }) =>
    fact('item', came ? 'widened' : 'narrowed', { id, name: itemIn(came ? b : a, id)?.name ?? null }),
  ),
  ...b.items.flatMap((after) => {
    const before = itemIn(a, after.id);
    if (!before || canonical(before) === canonical(after)) return [];
    const way = canonical({ ...before, name: '' }) === canonical({ ...after, name: '' }) ? 'reworded' : 'changed';
    return [fact('item', way, { id: after.id, name: after.name, before: before.name, after: after.name })];
  }),
];

/** What a newer notice says otherwise of a category that both have, its uses aside. */
export function categoryFacts(a: Category, b: Category): readonly ChangeFact[] {
  return [
    ...itemFacts(a, b),
    ...periodFacts(a.retention.period, b.retention.period),
    ...differing('source', 'changed', null, a.source, b.source),
    ...differing('passive', 'changed', null, a.passive, b.passive),
    ...differing('sensitive', 'changed', null, a.sensitive, b.sensitive),
    ...reworded({
      name: [a.name, b.name],
      what: [a.what, b.what],
      retention: [a.retention.text, b.retention.text],
      stored_in: [a.storedIn, b.storedIn],
      held_none: [a.heldNone, b.heldNone],
    }),
    ...rewordedMessage('held', a.held, b.held),
  ];
}
