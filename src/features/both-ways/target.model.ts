import type { Category, Notice, Use } from '#contract/notice.ts';
import { isOptional } from '#rules/options.ts';

/** What is looked at both ways: one use, or all optional uses of a kind of data. */
export interface Target {
  /** As it stands in the address: a use's id or a category's. */
  readonly about: string;
  readonly name: string;
  readonly category: Category;
  /** The use that is looked at; null for a whole category. */
  readonly use: Use | null;
  /** Those that can be switched. None: nothing here is the customer's to decide. */
  readonly uses: readonly Use[];
}

/** What an address is about; null where the notice has no such use and no such category. */
export function targetOf(notice: Notice, about: string): Target | null {
  for (const category of notice.categories) {
    if (category.id === about)
      return { about, name: category.name, category, use: null, uses: category.uses.filter(isOptional) };
    const use = category.uses.find(({ id }) => id === about);
    if (use) return { about, name: use.name, category, use, uses: [use].filter(isOptional) };
  }
  return null;
}
