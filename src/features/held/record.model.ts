import type { Correctable, HeldRecord } from '#contract/holdings.ts';
import type { Notice } from '#contract/notice.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import { keepersIn } from '#rules/kept.ts';

/** A use as a record names it, and where it stands. */
export interface NamedUse {
  readonly id: ChoiceId;
  readonly name: string;
  readonly href: string;
}

/** What is true of every record of an item. */
export interface ItemFacts {
  /** The kind of data it is of. */
  readonly category: string;
  /** Every use of its kind of data. */
  readonly all: readonly NamedUse[];
  /** The uses that need it and are in effect. None = no use needs it now. */
  readonly uses: readonly NamedUse[];
  /** The uses that law or contract would keep it for; none = it can go. */
  readonly keepers: readonly NamedUse[];
}

/** By "<category>.<item>": which uses need it now, and which would keep it. `hrefTo` makes addresses below the brand. */
export function itemFacts(
  notice: Notice,
  isOn: (use: ChoiceId) => boolean,
  hrefTo: (page: string, hash: string) => string,
): Readonly<Record<string, ItemFacts>> {
  const keepers = keepersIn(notice);
  return Object.fromEntries(
    notice.categories.flatMap(({ id: category, name, items, uses }) => {
      const named = (wanted: (use: ChoiceId) => boolean): NamedUse[] =>
        uses
          .filter((use) => wanted(use.id))
          .map((use) => ({
            id: use.id,
            name: use.name,
            href: hrefTo(`/data/${category}`, use.id.slice(category.length + 1)),
          }));
      return items.map((item) => {
        const keeping = keepers({ category, item: item.id });
        return [
          `${category}.${item.id}`,
          {
            category: name,
            all: named(() => true),
            uses: named((use) => item.uses.includes(use) && isOn(use)),
            keepers: named((use) => keeping.includes(use)),
          },
        ];
      });
    }),
  );
}

/**
 * The records with those in their places that went while the customer was here: what became of one stays to be read
 * until they leave.
 */
export function withRemoved(records: readonly HeldRecord[], removed: readonly HeldRecord[]): readonly HeldRecord[] {
  const there = new Set(records.map(({ id }) => id));
  const gone = removed.filter(({ id }) => !there.has(id));
  if (gone.length === 0) return records;
  return [...records, ...gone].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id > b.id ? -1 : 1));
}

const NUMBER = /^-?\d{1,12}(\.\d{1,6})?$/;

/** Why a value cannot stand in a record; null = it can. */
export function wrongIn({ kind }: Correctable, value: string): 'empty' | 'notNumber' | null {
  if (value.trim() === '') return 'empty';
  return kind === 'number' && !NUMBER.test(value.trim()) ? 'notNumber' : null;
}
