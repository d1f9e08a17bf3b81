import { useEffect, useRef, useState } from 'react';
import type { Use } from '#contract/notice.ts';
import type { Page } from './page.ts';
import type { Views } from './row.model.ts';
import { statusOf } from './status.model.ts';
import { aboutUse, aboutUses } from './status.strings.ts';

/** A wait that ends soon is not worth interrupting anybody for. */
const settles = 400;

/** What changed since the last sentence, for the live region: one sentence for each new status, many uses as one. */
export function useAnnouncement(page: Page, uses: readonly Use[], views: Views): string {
  const { say } = page.voice;
  const [sentence, setSentence] = useState('');
  const told = useRef<ReadonlyMap<string, string> | null>(null);
  const now = new Map(
    uses.flatMap((use) => {
      const view = views[use.id];
      const status = view && statusOf(page, view);
      return status ? [[use.id, status.text] as const] : [];
    }),
  );
  const key = JSON.stringify([...now]);
  useEffect(() => {
    const current = new Map(JSON.parse(key) as [string, string][]);
    if (told.current === null) {
      told.current = current;
      return undefined;
    }
    const timer = setTimeout(() => {
      const news = [...current].filter(([use, text]) => told.current?.get(use) !== text);
      told.current = current;
      const byText = Map.groupBy(news, ([, text]) => text);
      const parts = [...byText].map(([text, about]) => {
        const name = uses.find((use) => use.id === about[0]?.[0])?.name ?? '';
        return say(about.length === 1 ? aboutUse(name, text) : aboutUses(about.length, text));
      });
      if (parts.length > 0) setSentence(parts.join(' '));
    }, settles);
    return () => clearTimeout(timer);
  }, [key, uses, say]);
  return sentence;
}
