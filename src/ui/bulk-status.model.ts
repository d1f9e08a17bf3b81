import { statusOf, type Status, type StatusFacts, type ToldChoice } from './status.model.ts';
import { aboutUse, aboutUses, questionsInside } from './status.strings.ts';

interface NamedUse {
  readonly id: string;
  readonly name: string;
}

interface About {
  readonly use: NamedUse;
  readonly status: Status;
}

const order = { kept: 0, wait: 1, heed: 2 } as const;

/**
 * One status for many uses, where their switches are out of sight: the most pressing one, and how many uses it is
 * about. A question is only announced here: it is answered beside its own switch. Null where nothing was pressed.
 */
export function bulkStatusOf<V extends ToldChoice>(
  facts: StatusFacts,
  uses: readonly NamedUse[],
  views: Readonly<Record<string, V | undefined>>,
  tell: (facts: StatusFacts, view: V) => Status | null = statusOf,
): Status | null {
  const all: About[] = uses.flatMap((use) => {
    const view = views[use.id];
    const status = view ? tell(facts, view) : null;
    return status ? [{ use, status }] : [];
  });
  const [first, ...others] = all.toSorted((a, b) => order[b.status.tone] - order[a.status.tone]);
  if (!first) return null;
  const { say } = facts.voice;
  const same = others.filter(({ status }) => status.tone === first.status.tone);
  if (first.status.tone === 'kept') {
    const receipt = Math.max(...[first, ...same].map(({ status }) => status.receipt ?? 0));
    // Where something was decided since, in another tab or on another device, the old word would stand beside the new.
    if (receipt > 0 && uses.some((use) => (views[use.id]?.stored?.seq ?? 0) > receipt)) return null;
    return { ...first.status, receipt: receipt || null };
  }
  if (first.status.tone === 'wait' || uses.length === 1) return first.status;
  const asking = all.filter(({ status }) => status.asks).length;
  if (asking > 0) return { ...first.status, text: say(questionsInside(asking)), asks: false, dismiss: false };
  const alike = same.filter(({ status }) => status.text === first.status.text).length + 1;
  const text = alike === 1 ? aboutUse(first.use.name, first.status.text) : aboutUses(alike, first.status.text);
  return { ...first.status, text: say(text), dismiss: false };
}
