import type { Category, Notice } from '#contract/notice.ts';

/** Something for each category of a notice, in its order. */
interface Told<T> {
  readonly rows: readonly T[];
  /** That of the category a record or an event is of. Throws, naming `what` is of it, where the notice has no such. */
  readonly rowOf: (what: string, category: string) => T;
}

/** Sorts records and events by category. What the notice does not describe is an error, and never left out. */
export function byCategory<T>(notice: Notice, make: (category: Category) => T): Told<T> {
  const rows = new Map(notice.categories.map((category) => [category.id, make(category)]));
  return {
    rows: [...rows.values()],
    rowOf(what, category) {
      const row = rows.get(category);
      if (row !== undefined) return row;
      throw new Error(
        `${what} is of category "${category}", which notice ${notice.version} does not describe. Nothing may be held ` +
          'that is not told: describe the category, or delete the record.',
      );
    },
  };
}

/** The category of a use ("purchases" of "purchases.picks"). */
export const categoryOf = (use: string): string => use.slice(0, use.indexOf('.'));
