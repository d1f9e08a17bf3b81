import { use } from 'react';
import type { Notice } from '#contract/notice.ts';
import { useNotice } from '#data/use-notice.ts';
import { isPseudo } from '#i18n/language.ts';

type Disguise = typeof import('#i18n/pseudo-notice.ts');
let disguise: Promise<Disguise> | null = null;
const known = new WeakMap<Notice, Notice>();

const load = (): Promise<Disguise> => (disguise ??= import('#i18n/pseudo-notice.ts'));

/** The notice on screen. In a made-up language it is made up too, so that designers see where long words break. */
export function useReadableNotice(language: string): Notice {
  const { notice } = useNotice();
  if (!isPseudo(language)) return notice;
  const { disguiseNotice } = use(load());
  const made = known.get(notice) ?? disguiseNotice(notice, language);
  known.set(notice, made);
  return made;
}
