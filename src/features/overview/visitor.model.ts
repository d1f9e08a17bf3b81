import type { Choices } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Category, Use } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { rowStrings } from './row.strings.ts';
import { statusOf, type Status, type StatusFacts, type ToldChoice } from '#ui/status.model.ts';
import { alwaysUses, optionalUses, type Stored } from './stored.model.ts';
import { standsOffSince, onOfHere, visitorStrings } from './visitor.strings.ts';
import type { Views } from '#intents/shown.ts';

/** What is known of this browser: its choices, and how long what it turns off holds. */
export interface Here {
  readonly choices: Choices;
  readonly views: Views;
  readonly lasts: 'session' | 'page';
  /** A customer's press waits in this browser for them to sign in. */
  readonly keepsForCustomer: boolean;
  readonly turnOff: (items: readonly DecisionItem[]) => void;
}

/** What is stored for this browser, by choice. */
export const storedHere = ({ choices, views }: Pick<Here, 'choices' | 'views'>): Stored =>
  Object.fromEntries(choices.choices.map((state) => [state.choice, views[state.choice]?.stored ?? state]));

/** The uses that still run in this browser: a press that is under way counts as made. */
export const running = (uses: readonly Use[], { views }: Pick<Here, 'views'>): readonly Use[] =>
  uses.filter(({ id }) => (views[id]?.inForce ?? 'off') !== 'off');

/** One press: these uses off, here. What was seen does not matter to a withdrawal. */
export const offItems = (uses: readonly Use[]): readonly DecisionItem[] =>
  uses.map(({ id }) => ({ choice: id, value: 'off' }));

/** How a category stands in this browser, in words. `<b>` marks the state. */
export function standingOf({ say }: Voice, category: Category, here: Here): string {
  const optional = optionalUses(category);
  if (optional.length === 0) return say(rowStrings.alwaysOn);
  const on = running(optional, here).length;
  if (on === 0) {
    const stored = storedHere(here);
    return say(optional.some((use) => stored[use.id]?.decided) ? visitorStrings.offHere : visitorStrings.off);
  }
  return say(on === 1 && optional.length === 1 ? visitorStrings.on : onOfHere(on, optional.length));
}

/** The same for one use; since when, where it was turned off here. */
export function standingOfUse({ say, moment }: Voice, use: Use, here: Here): string {
  const view = here.views[use.id];
  if ((view?.inForce ?? 'off') !== 'off') return say(visitorStrings.on);
  const decided = view?.stored?.decided;
  if (decided && here.lasts === 'session' && decided.by === 'customer') return say(standsOffSince(moment(decided.at)));
  return say(decided || view?.wanted ? visitorStrings.offHere : visitorStrings.off);
}

/** What is always on in a category that has no choice in it. */
export const alwaysNames = (voice: Voice, category: Category): string =>
  voice.list(alwaysUses(category).map(({ name }) => name));

/** Each use of a category as if it ran: for what is said of all of them. */
export const everyUse = (category: Category): Stored =>
  Object.fromEntries(
    category.uses.map(({ id }) => [
      id,
      { choice: id, decided: null, effective: 'on', why: 'default', since: null, seq: 0 },
    ]),
  );

/** The save status of a press made here: it says that it is this browser's, and how long it holds. */
export const visitorStatus =
  (lasts: Here['lasts']) =>
  (facts: StatusFacts, view: ToldChoice): Status | null => {
    const status = statusOf(facts, view);
    const { say } = facts.voice;
    if (status?.tone === 'kept') {
      if (lasts === 'page') return { ...status, text: say(visitorStrings.savedInPage), receipt: null };
      return facts.durability === 'durable' ? { ...status, text: say(visitorStrings.savedHere) } : status;
    }
    if (view.status === 'needs_sign_in' && status)
      return { ...status, text: say(visitorStrings.cannotSave), signIn: false, tryNow: true };
    return status;
  };
