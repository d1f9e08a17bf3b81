import type { ChoiceView } from '#intents/choice-view.ts';
import type { CategoryRowProps } from './category-row.tsx';

const sameValues = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => Object.is(a[key], b[key]));

/** A view is made anew whenever it is asked for; only its receipt is an object made with it. */
const sameView = (a: ChoiceView | undefined, b: ChoiceView | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.receipt?.seq === b.receipt?.seq &&
    sameValues({ ...a, receipt: null }, { ...b, receipt: null }));

/** Would a row look the same? `shown` follows from `stored`, `views` and the page. */
export const sameRow = (a: CategoryRowProps, b: CategoryRowProps): boolean =>
  a.page === b.page &&
  a.category === b.category &&
  a.overview === b.overview &&
  a.open === b.open &&
  a.onToggle === b.onToggle &&
  sameValues(a.stored, b.stored) &&
  Object.keys({ ...a.views, ...b.views }).every((choice) => sameView(a.views[choice], b.views[choice]));
