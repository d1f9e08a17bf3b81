import type { ChoiceState } from '#contract/choices.ts';
import type { DecisionAnswer, Entry, RecordedItem } from '#contract/decisions.ts';
import { retryLater } from './backoff.ts';
import type { EngineState } from './engine-state.ts';
import { andThen, type EventOf, known, type Step } from './event.ts';
import { buildsOn, type Intent, type IntentItem, itemOn } from './intent.ts';
import { absorb, doubt } from './refetch.ts';
import { askAgain, type Fate, settle } from './settle.ts';
import { changeIntents } from './unsettled.ts';

/**
 * The decision is stored. Only the intent with this very key ends (R2); what the answer says of the choices counts
 * even where nobody waits for it any more, as long as nothing newer is known.
 */
export function answered(state: EngineState, event: EventOf<'answered'>): Step {
  const { key, answer, luck } = event;
  const { entry, receipt } = answer;
  const intent = state.intents.find((one) => one.key === key);
  if (intent && !answers(answer, intent)) {
    return retryLater(state, intent, { code: 'bad_answer', retryAfter: null, luck });
  }
  const stored = absorb(
    state,
    entry.items.flatMap((item) => stateAfter(entry, item) ?? []),
  );
  const confirm = { type: 'confirm', answer } as const;
  if (!intent) return known(stored, confirm);

  const settled = settle(stored, intent, (item) => fateOf(item, recorded(entry, item), receipt));
  const seqs = Object.fromEntries(entry.items.map((item) => [item.choice, item.seq]));
  const step = known(rebase(settled, intent, entry), confirm, { type: 'tell', seqs });
  // The answer does not tell what stands where an item was stale: that is unknown until a refetch.
  const open = entry.items.filter((item) => item.outcome !== 'applied').map((item) => item.choice);
  return open.length === 0 ? step : andThen(step, (next) => doubt(next, open));
}

const recorded = (entry: Entry, item: IntentItem): RecordedItem | undefined =>
  entry.items.find((one) => one.choice === item.choice && one.value === item.value);

/** Does it tell of every item, and of an entry made after what was on screen? If not, nothing in it is believed. */
const answers = ({ entry }: DecisionAnswer, intent: Intent): boolean =>
  intent.items.every((item) => {
    const one = recorded(entry, item);
    return one !== undefined && (one.outcome !== 'applied' || one.seq > (item.seen?.seq ?? 0));
  });

function fateOf(item: IntentItem, made: RecordedItem | undefined, receipt: string): Fate {
  if (made?.outcome === 'applied') return { kind: 'saved', seq: made.seq, receipt };
  if (made?.outcome === 'stale' || made?.outcome === 'notice_changed') return askAgain(item, made.outcome);
  return { kind: 'refused', reason: 'unseen' };
}

/** A choice after an entry, as a backend would tell it; undefined where the entry did not move the choice. */
function stateAfter(entry: Entry, item: RecordedItem): ChoiceState | undefined {
  if (item.outcome !== 'applied') return undefined;
  const { choice, value, seq, until, gpcAck } = item;
  const { at, by } = entry;
  return {
    choice,
    decided: { value, at, by, notice: entry.notice.version, until, gpcAck },
    effective: value,
    why: by,
    since: at,
    seq,
  };
}

/**
 * What waited behind this click was pressed with it on screen, so it now builds on its seq. Not so where somebody else
 * moved the choice in between (`raced`): then a grant keeps its old base, and dies of it (R3).
 */
function rebase(state: EngineState, settled: Intent, entry: Entry): EngineState {
  if (entry.raced) return state;
  return changeIntents(state, (intent) => {
    if (intent.tries > 0 || !buildsOn(intent, settled)) return intent;
    return {
      ...intent,
      items: intent.items.map((item) => standOn(item, itemOn(settled, item.choice), entry)),
    };
  });
}

/** An item on the base that an earlier click has made, if that click itself stood on nothing that was not on screen. */
function standOn(item: IntentItem, earlier: IntentItem | undefined, entry: Entry): IntentItem {
  const made = entry.items.find((one) => one.choice === item.choice && one.outcome === 'applied');
  const { seen } = item;
  if (!made || !seen || !earlier?.seen || earlier.seen.seq > seen.seq) return item;
  return { ...item, seen: { ...seen, seq: Math.max(seen.seq, made.seq) } };
}
