import type { DecisionItem } from '#contract/decisions.ts';
import type { Instant } from '#contract/primitives.ts';
import { recordOf } from './fold.ts';
import { mostProtective } from './shelf.ts';
import type { SubjectState } from './subject.ts';
import { noticeInForce } from './terms-of.ts';
import type { NoticeTerms } from './terms.ts';

/**
 * What a browser's opt-out signal (Global Privacy Control, `Sec-GPC: 1`) withdraws when a session opens, to be decided
 * `by: 'gpc'`. Every choice that the signal touches, except those already decided at their most protective option and
 * those granted in full knowledge of the signal (11 CCR §7025(c)(3)). Empty = record nothing. The absence of a signal
 * is no consent: there is no opposite of this.
 */
export function signalItems(state: SubjectState, notices: readonly NoticeTerms[], now: Instant): DecisionItem[] {
  const items: DecisionItem[] = [];
  for (const [choice, terms] of Object.entries(noticeInForce(notices, now)?.choices ?? {})) {
    if (terms.signals.length === 0) continue;
    const { decided } = recordOf(state, choice);
    const value = mostProtective(terms);
    if (decided && (decided.value === value || (decided.gpcAck && decided.by !== 'gpc'))) continue;
    items.push({ choice, value });
  }
  return items;
}
