/** What an address asks of one page alone. What else it asks for is meant for every page: a language, a look. */
const ofOnePage = ['item', 'search', 'behind', 'category', 'use', 'until', 'year'];

/** The search of a link to another page: what is asked of every page stays, and what is asked of that page joins it. */
export function keptSearch(search: string, asked: Readonly<Record<string, string>> = {}): string {
  const kept = new URLSearchParams(search);
  for (const name of ofOnePage) kept.delete(name);
  for (const [name, value] of Object.entries(asked)) kept.set(name, value);
  return kept.size > 0 ? `?${kept}` : '';
}
