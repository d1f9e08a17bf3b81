import { useQuery } from '@tanstack/react-query';
import type { Notice, NoticeRef } from '#contract/notice.ts';
import { useBackend } from '#data/backend-context.tsx';

/**
 * The notice that the choices are under, where it is not the one on screen; null while it is that one, or not yet here.
 * It is only told of: what a customer is reading changes when they ask for it.
 */
export function useNewNotice(shown: Notice, inForce: NoticeRef): Notice | null {
  const backend = useBackend();
  const { version } = inForce;
  const { language } = shown;
  const { data } = useQuery({
    queryKey: ['notice of version', version, language],
    queryFn: ({ signal }) => backend.getNotice({ version, language }, { signal }),
    enabled: version !== shown.version,
  });
  return version === shown.version ? null : (data?.notice ?? null);
}
