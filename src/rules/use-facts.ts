import type { Category, Notice, Use } from '#contract/notice.ts';
import type { ChangeFact } from '#contract/notice-changes.ts';
import { comings, differing, fact, reworded, rewordedMessage } from './change-facts.ts';
import { scopeOf } from './terms-of.ts';
import type { Scope } from './terms.ts';
import { widened, type Widening } from './widened.ts';

/** A use and what of its notice it refers to. */
export interface UseInNotice {
  readonly use: Use;
  readonly category: Category;
  readonly notice: Notice;
}

/** Of these a use has one, which tells itself by what it was and is; of the rest it has many, told by their ids. */
const valueOf: Partial<Record<Widening['kind'], (scope: Scope) => string>> = {
  purpose: (scope) => scope.purpose,
  basis: (scope) => scope.basis,
  retention: (scope) => scope.retention,
  automated: (scope) => String(scope.automated),
};

/** How far a use reaches: what widened it, by the rule that suspends grants, and what narrowed it, by the same backwards. */
const scopeFacts = (before: Scope, after: Scope): readonly ChangeFact[] => {
  const wider = widened(before, after);
  const widerKinds = new Set(wider.map(({ kind }) => kind));
  // Another purpose is another one both ways; it is told once, as what suspends.
  const narrower = widened(after, before).filter(({ kind }) => !valueOf[kind] || !widerKinds.has(kind));
  const kinds = new Set([...widerKinds, ...narrower.map(({ kind }) => kind)]);
  const told = (way: ChangeFact['way'], found: readonly Widening[]): ChangeFact[] =>
    found.map(({ kind, id }) => {
      const value = valueOf[kind];
      return fact(kind, way, value ? { before: value(before), after: value(after) } : { id });
    });
  return [
    ...told('widened', wider),
    ...told('narrowed', narrower),
    // A basis that leaves the customer the same say; twelve months for a year.
    ...(['basis', 'retention'] as const).flatMap((kind) =>
      kinds.has(kind) ? [] : differing(kind, 'changed', null, before[kind], after[kind]),
    ),
  ];
};

const nameIn = ({ category, notice }: UseInNotice, { kind, id }: ChangeFact): string | null => {
  const isRecipient = kind === 'recipient' || kind === 'for_itself';
  const named = kind === 'item' ? category.items : isRecipient ? notice.recipients : [];
  return named.find((one) => one.id === id)?.name ?? null;
};

const scopeIn = ({ use, notice }: UseInNotice): Scope =>
  scopeOf(use, new Map(notice.recipients.map((recipient) => [recipient.id, recipient])));

/** What a newer notice says otherwise of a use that both have. */
export function useFacts(older: UseInNotice, newer: UseInNotice): readonly ChangeFact[] {
  const [a, b] = [older.use, newer.use];
  return [
    ...scopeFacts(scopeIn(older), scopeIn(newer)).map((one) => ({
      ...one,
      name: nameIn(newer, one) ?? nameIn(older, one),
    })),
    ...(newer.notice.material.includes(b.id) ? [fact('marked', 'changed')] : []),
    ...comings(a.signals, b.signals).map(({ id, came }) =>
      fact('signal', 'changed', { id, ...(came ? { after: id } : { before: id }) }),
    ),
    ...differing('grant', 'changed', null, a.grant, b.grant),
    ...differing('lasts', 'changed', null, a.lasts, b.lasts),
    ...(['collection', 'holding', 'until'] as const).flatMap((field) =>
      differing('when_off', 'changed', field, a.whenOff[field], b.whenOff[field]),
    ),
    ...reworded({
      name: [a.name, b.name],
      why: [a.why, b.why],
      basis: [a.basisText, b.basisText],
      benefit: [a.benefit, b.benefit],
      when_off: [a.whenOff.text, b.whenOff.text],
      statement: [a.statement, b.statement],
      logic: [a.automated?.logic ?? null, b.automated?.logic ?? null],
      effects: [a.automated?.effects ?? null, b.automated?.effects ?? null],
    }),
    ...rewordedMessage('got', a.got, b.got),
  ];
}
