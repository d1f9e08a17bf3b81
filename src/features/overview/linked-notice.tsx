import { useEffect, useState } from 'react';
import { NoticeBar } from '#ui/notice-bar.tsx';
import type { Linked } from './lazy-linked.tsx';
import { linkedUses } from './linked.strings.ts';

const kept = (brand: string): string => `evenhand/linked/${brand}`;

/** The newest entry that this browser has spoken of; 0 = none, or the browser keeps nothing. */
function spokenOf(brand: string): number {
  try {
    return Number(localStorage.getItem(kept(brand)) ?? 0);
  } catch {
    return 0;
  }
}

/** Says once, and for as long as the page is open, that what this browser had off is off in the account. */
export function LinkedNotice({ voice, brand, uses, seq }: Linked) {
  const [before] = useState(() => spokenOf(brand));
  useEffect(() => {
    try {
      localStorage.setItem(kept(brand), String(seq));
    } catch {
      // Where storage is blocked it is said on the next visit, too.
    }
  }, [brand, seq]);
  if (seq <= before) return null;
  return <NoticeBar>{voice.say(linkedUses(voice.list(uses.map(({ name }) => name))))}</NoticeBar>;
}
