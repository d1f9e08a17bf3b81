import { useEffect, useRef, useState } from 'react';
import type { Use } from '#contract/notice.ts';
import type { Page } from './page.ts';
import type { Views } from '#intents/shown.ts';
import { statusOf } from '#ui/status.model.ts';
import { aboutUse, aboutUses } from '#ui/status.strings.ts';

/** A wait that ends soon is not worth interrupting anybody for. */
const settles = 400;

/** The words of a status, and the receipt and the press that make it one of its own. */
type Told = readonly [text: string, receipt: number | null, press: string | null];

/**
 * What became of the last presses, for the live region: many uses as one sentence. A use is news whenever its status was
 * another in the meantime, however short: the same words after a new press are told again.
 */
export function useAnnouncement(page: Page, uses: readonly Use[], views: Views, tell = statusOf): string {
  const { say } = page.voice;
  const [sentence, setSentence] = useState('');
  const known = useRef<ReadonlyMap<string, Told> | null>(null);
  const news = useRef(new Set<string>());
  const now = uses.flatMap((use) => {
    const view = views[use.id];
    const status = view && tell(page, view);
    return status ? [[use.id, [status.text, view.receipt?.seq ?? null, view.press]] as const] : [];
  });
  const key = JSON.stringify(now);
  useEffect(() => {
    const current = new Map(JSON.parse(key) as [string, Told][]);
    const before = known.current;
    known.current = current;
    if (before === null) return undefined;
    for (const [use, told] of current) if (String(before.get(use)) !== String(told)) news.current.add(use);
    if (news.current.size === 0) return undefined;
    // An empty region first: a sentence that is put in place of the same one is not read out.
    setSentence('');
    const timer = setTimeout(() => {
      const fresh = [...current].filter(([use]) => news.current.has(use));
      news.current.clear();
      const parts = [...Map.groupBy(fresh, ([, [text]]) => text)].map(([text, about]) => {
        const name = uses.find((use) => use.id === about[0]?.[0])?.name ?? '';
        return say(about.length === 1 ? aboutUse(name, text) : aboutUses(about.length, text));
      });
      setSentence(parts.join(' '));
    }, settles);
    return () => clearTimeout(timer);
  }, [key, uses, say]);
  return sentence;
}
