import type { ChoiceView } from '#intents/choice-view.ts';
import { applied, type Click, type Clicks, lineOf, wantedBy } from './clicks.ts';
import type { Blame } from './oracle.ts';
import type { Customer, Server } from './server.ts';
import type { Tab } from './tab.ts';
import { choiceNames, isOff, permits } from './world.ts';

const pending: readonly string[] = ['saving', 'retrying', 'unconfirmed', 'waiting_offline', 'needs_sign_in'];

/** Looks at what every screen says of every choice, after anything happened. */
export function createScreenJudge(server: Server, clicks: Clicks, blame: Blame) {
  /** By tab, page, customer and choice: the highest seq it was seen to know. */
  const fences = new Map<string, number>();
  /** By key and choice: clicks of which a screen has asked again, or whose wish was seen to be what is stored. */
  const heard = new Set<string>();

  return (tabs: readonly Tab[]): void => {
    const screens = tabs.flatMap((tab) => choiceNames.map((choice) => ({ tab, choice, view: tab.view(choice) })));
    for (const { tab, choice, view } of screens) if (view) listen(tab, choice, view);
    for (const { tab, choice, view } of screens) {
      if (!view) continue;
      const customer: Customer = tab.page?.engine.store.getState().subject?.startsWith('a') ? 'A' : 'B';
      judgeTruth(tab, customer, choice, view);
      const click = clicks.lastIn(tab.browser.name, choice);
      if (click?.tab === tab.name && click.customer === customer && !click.lost) judgeClick(click, tab, choice, view);
    }
  };

  /** A question, or a wish that came true, is a word on the last click; the words after it are about something else. */
  function listen(tab: Tab, choice: string, view: ChoiceView): void {
    const click = clicks.lastIn(tab.browser.name, choice);
    if (!click) return;
    const wanted = wantedBy(click, choice);
    const asks = view.wanted === wanted && isQuestion(view);
    if (asks || (view.status === 'saved' && view.value === wanted)) heard.add(`${click.key} ${choice}`);
  }

  /** What is told as stored is in the log, and never gets older; nothing is in force that is not stored. */
  function judgeTruth(tab: Tab, customer: Customer, choice: string, view: ChoiceView): void {
    const { stored } = view;
    if (!stored) return;
    const place = `${tab.name} ${tab.life} ${customer} ${choice}`;
    if (stored.seq < (fences.get(place) ?? 0)) blame('seq never goes back', place);
    fences.set(place, stored.seq);
    const line = server.record(customer).log.find((one) => one.entry.seq === stored.seq);
    const told = [stored.decided?.value, stored.decided?.at];
    const truth = [line && applied(line, choice)?.value, line?.entry.at];
    if (stored.seq > 0 && told.join() !== truth.join()) blame('stored is in the log', `${place} at ${stored.seq}`);
    if (permits(choice, view.inForce ?? 'off') > permits(choice, stored.effective))
      blame('in force is at most what is stored', `${place}: ${view.inForce} over ${stored.effective}`);
    if (view.status === 'saved' && view.value !== stored.effective) blame('saved shows what is stored', place);
    const { receipt } = view;
    if (receipt && !clicks.all.some((click) => lineOf(server, click, choice)?.entry.seq === receipt.seq))
      blame('a receipt is of a click', place);
  }

  /** What the screen says of the last click on a choice, in the tab where it was made. */
  function judgeClick(click: Click, tab: Tab, choice: string, view: ChoiceView): void {
    // A page opened since finds it in storage when it knows whose it is.
    if (click.life !== tab.life && !(click.kept && view.stored !== null)) return;
    const wanted = wantedBy(click, choice) ?? 'off';
    const saved = lineOf(server, click, choice) !== undefined;
    const answered = heard.has(`${click.key} ${choice}`);
    const where = `${click.key} on ${choice}, ${view.status}`;
    const unsettled = tab.page?.engine.store.getState().intents ?? [];

    if (!saved && !answered) {
      const withdrawal =
        isOff(choice, wanted) || permits(choice, wanted) < permits(choice, click.before[choice] ?? 'off');
      if (withdrawal && permits(choice, view.inForce ?? 'off') > permits(choice, wanted))
        blame('off takes effect at the click', where);
      if (view.status === 'saved' && isOff(choice, wanted)) blame('saved means in the log', where);
      // A question lives as long as its page; what is stored stands without it.
      if (view.status === 'saved' && view.value !== wanted && click.life === tab.life)
        blame('no click goes without a word', where);
    }
    if (view.status === 'saved' && unsettled.some((intent) => intent.key === click.key))
      blame('saved is said of nothing unsettled', where);
    if (answered || isQuestion(view) || click.life !== tab.life || !pending.includes(view.status)) return;
    // Clicks of another tab show here too, and their order is only the clock's.
    const others = unsettled.some(
      ({ key, items }) => items.some((item) => item.choice === choice) && clicks.byKey(key)?.tab !== tab.name,
    );
    if (view.wanted !== null && view.value !== wanted && !others)
      blame('the control shows the last click', `${where}: ${view.value}`);
  }
}

/** A row that asks, or will ask if what is being fetched again does not answer it. */
const isQuestion = ({ reason }: ChoiceView): boolean => reason === 'stale' || reason === 'notice_changed';
