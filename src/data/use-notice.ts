import { useLingui } from '@lingui/react';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Backend } from '#backend/port.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import type { Language } from '#contract/primitives.ts';
import { useBackend } from './backend-context.tsx';

export const noticeQuery = (backend: Backend, language: Language) =>
  queryOptions({
    queryKey: ['notice', language],
    queryFn: ({ signal }) => backend.getNotice({ version: 'current', language }, { signal }),
  });

/** The notice now in force, in the language of the page. */
export function useNotice(): PublishedNotice {
  const { i18n } = useLingui();
  return useSuspenseQuery(noticeQuery(useBackend(), i18n.locale)).data;
}
