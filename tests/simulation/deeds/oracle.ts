import { deedStatus } from '#intents/deed-status.ts';
import type { Deed } from '#intents/deed.ts';
import { type Customer, tagOf } from '#tests/simulation/server.ts';
import type { Page } from './page.ts';
import { type Server, UNFIT } from './server.ts';

export const questions = ['rooms', 'budget', 'never'] as const;
export const targetOf = (question: string): string => `answer:${question}`;

const DAY = 24 * 60 * 60 * 1000;

/** One deed, as somebody who looks over the customer's shoulder would note it down. */
export interface Act {
  readonly key: string;
  readonly customer: Customer;
  readonly browser: string;
  readonly question: string;
  readonly value: string | null;
  /** By its browser's clock. */
  readonly age: () => number;
  /** It was too old at a time: it was given up then, whatever was still under way. */
  old: boolean;
  /** Its browser has no locks. */
  readonly unlocked: boolean;
  /** The keys that this tab showed on the same question, unsettled or asked again. */
  readonly visible: readonly string[];
  /** It could not outlive its page, or was called back. */
  lost: boolean;
}

/** Watches from outside the engine, and says what must never be. */
export function createOracle(server: Server) {
  const violations: string[] = [];
  const acts = new Map<string, Act>();
  let judged = 0;
  const blame = (rule: string, detail: string): void => {
    if (violations.length < 20) violations.push(`${rule}: ${detail}`);
  };

  function judgeLog(): void {
    for (const [at, line] of server.log.entries()) {
      if (at < judged) continue;
      const act = acts.get(line.key);
      if (!act) blame('what is stored was asked for', line.key);
      else if (act.customer !== line.customer) blame('for nobody else', `${line.key} stored for ${line.customer}`);
      if (server.log.indexOf(line) !== server.log.findIndex(({ key }) => key === line.key))
        blame('stored once', line.key);
      for (const earlier of server.log.slice(0, at)) {
        const later = acts.get(earlier.key);
        // Where a browser has no locks, another tab may send what this one has replaced.
        if (later?.visible.includes(line.key) && !act?.lost && !act?.old && !later.unlocked)
          blame('the last one is what is stored', `${line.key} after ${earlier.key}`);
      }
    }
    judged = server.log.length;
  }

  function judgeScreen({ deeds }: Page): void {
    const state = deeds.store.getState();
    for (const question of questions) {
      const status = deedStatus(state, targetOf(question));
      if (status?.phase !== 'saved') continue;
      const line = server.log.find(({ key }) => key === status.key);
      if (!line || state.subject !== tagOf(line.customer)) blame('saved means stored', status.key);
    }
  }

  /** It is stored, or there is a reason why it is not that the customer knows. */
  function isAccountedFor(act: Act, pages: readonly Page[]): boolean {
    if (act.lost || act.value === UNFIT || server.log.some(({ key }) => key === act.key)) return true;
    const asked = pages.some(({ deeds, storage }) => {
      const notes = Object.values(deeds.store.getState().notes);
      return (
        storage.get(act.key) !== null ||
        notes.some((note) => note.deed.key === act.key && note.kind === 'refused' && note.reason === 'expired')
      );
    });
    return asked || isReplaced(act);
  }

  /** Somebody did it anew, in sight of it, or later in another tab of the same browser. */
  const isReplaced = (act: Act): boolean => {
    const later = [...acts.values()].slice([...acts.keys()].indexOf(act.key) + 1);
    const same = (one: Act): boolean =>
      one.browser === act.browser && one.customer === act.customer && one.question === act.question;
    return later.some((one) => one.visible.includes(act.key) || same(one));
  };

  return {
    violations,
    acts,
    note: (act: Act): void => void acts.set(act.key, act),
    lose(key: string): void {
      const act = acts.get(key);
      if (act) act.lost = true;
    },
    sending(page: Page, { key, target, subject, pressedAt }: Deed): void {
      const kept = page.storage.get(key);
      if (kept === null || (JSON.parse(kept) as Deed).tries < 1) blame('kept before it is sent', key);
      if (!page.deeds.store.getState().online) blame('offline is believed', key);
      // After a change of customers the same deed may be under way twice, under its one key.
      const about = `${page.deeds.store.getState().session} ${target}`;
      if ([...page.flights].some(([other, flown]) => flown === about && other !== key))
        blame('one flight per target', key);
      if (page.now() - pressedAt > DAY) blame('nothing is sent after a day', key);
      const act = acts.get(key);
      if (act && tagOf(act.customer) !== subject) blame('one customer', key);
    },
    observe(pages: readonly Page[]): void {
      for (const act of acts.values()) act.old ||= act.age() > DAY;
      judgeLog();
      pages.forEach(judgeScreen);
    },
    /** The way is free, and whoever waited has had the time to try again. */
    tried(pages: readonly Page[]): void {
      for (const { deeds } of pages) {
        const { online, signedIn, intents } = deeds.store.getState();
        const waits = intents.find(({ phase }) => phase === 'waiting');
        if (online && signedIn && waits) blame('whoever failed tries again', waits.key);
      }
    },
    conclude(customer: Customer, pages: readonly Page[]): void {
      for (const { deeds } of pages)
        for (const { key } of deeds.store.getState().intents) blame('everything settles', key);
      for (const act of acts.values())
        if (act.customer === customer && !isAccountedFor(act, pages)) blame('none is lost without a word', act.key);
    },
  };
}
