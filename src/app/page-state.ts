import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { BrandId, Language } from '#contract/primitives.ts';

/** What a page that the server drew was drawn from. It travels with the page, so that nothing is asked for twice. */
export interface PageState {
  readonly brand: BrandId;
  readonly language: Language;
  /** Every answer that the page was drawn from, by the key it is kept under; none where it is about nobody. */
  readonly answers: readonly (readonly [key: QueryKey, answer: unknown])[];
}

/** The id of the data block that carries it. */
const stateId = 'evenhand-state';

/** The state of a page that was drawn with these answers. */
export const stateOf = (client: QueryClient, brand: BrandId, language: Language): PageState => ({
  brand,
  language,
  answers: client
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.status === 'success')
    .map((query) => [query.queryKey, query.state.data]),
});

/** The state that came with this page; null where the server drew none. It is taken once: later it would be old. */
export function takeState(document: Document): PageState | null {
  const block = document.getElementById(stateId);
  block?.remove();
  return block && (JSON.parse(block.textContent) as PageState);
}
