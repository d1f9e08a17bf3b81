import type { ChoiceState, Decided } from '#contract/choices.ts';
import type { DecisionItem, Entry } from '#contract/decisions.ts';
import { book, inForceFrom, type Page } from './book.ts';

/** A second, plain telling of what decisions mean, to hold the real one against. It imports none of the rules. */

export type ModelEntry = Omit<Entry, 'hash' | 'notice'> & { readonly notice: number };
export type ModelState = Omit<ChoiceState, 'since'>;

/** What came of a command. */
export type Told =
  | { readonly entry: ModelEntry; readonly replayed: boolean }
  | { readonly refused: string; readonly current: readonly ModelState[] };

export interface Moment {
  readonly now: number;
  /** How many versions are published. */
  readonly published: number;
  readonly gpc: boolean;
}

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();
const ms = (instant: string): number => Date.parse(instant);

export const versionAt = ({ now, published }: Moment): number =>
  inForceFrom.filter((from, index) => index < published && from <= now).length;

const known = (choice: string, { published }: Moment): boolean =>
  book[choice]?.versions.some((version) => version <= published) ?? false;

export class SubjectModel {
  entries: ModelEntry[] = [];
  decided = new Map<string, { last: Decided; seq: number }>();
  intents = new Map<string, { items: string; entry: ModelEntry }>();
  readonly anonymous: boolean;

  constructor(anonymous: boolean) {
    this.anonymous = anonymous;
  }

  clone(): SubjectModel {
    const copy = new SubjectModel(this.anonymous);
    copy.entries = [...this.entries];
    copy.decided = new Map(this.decided);
    copy.intents = new Map(this.intents);
    return copy;
  }

  seqOf(choice: string): number {
    return this.decided.get(choice)?.seq ?? 0;
  }

  signalAt(): string | null {
    return this.entries.find((entry) => entry.by === 'gpc')?.at ?? null;
  }

  state(choice: string, moment: Moment): ModelState {
    const last = this.decided.get(choice)?.last ?? null;
    return { choice, decided: last, seq: this.seqOf(choice), ...this.standing(choice, last, moment) };
  }

  choices(moment: Moment): ModelState[] {
    const version = versionAt(moment);
    const offered = Object.keys(book).filter((choice) => book[choice]?.versions.includes(version));
    return offered.map((choice) => this.state(choice, moment));
  }

  /** What the signal of a browser, seen for the first time in a session, puts on record. */
  signal(moment: Moment): void {
    const items = this.choices(moment)
      .filter(({ choice, decided }) => {
        const settled = decided?.value === 'off' || (decided?.gpcAck && decided.by !== 'gpc');
        return book[choice]?.signal && !settled;
      })
      .map(({ choice }) => ({ choice, value: 'off' }));
    if (items.length > 0)
      this.write(
        items,
        items.map(() => 'applied'),
        'gpc',
        moment,
      );
  }

  /** Takes over what a browser without a customer decided, where that is the more protective. */
  link(device: SubjectModel, moment: Moment): void {
    const items = [...device.decided]
      .filter(([choice, { last }]) => {
        const own = this.decided.get(choice)?.last;
        const knowingly = last.by === 'gpc' && own?.gpcAck === true && own.by !== 'gpc';
        return last.value === 'off' && own?.value !== 'off' && !knowingly;
      })
      .map(([choice]) => ({ choice, value: 'off' }))
      .toSorted((a, b) => (a.choice < b.choice ? -1 : 1));
    if (items.length > 0)
      this.write(
        items,
        items.map(() => 'applied'),
        'device',
        moment,
      );
  }

  decide(key: string, items: readonly DecisionItem[], moment: Moment): Told {
    const before = this.intents.get(key);
    if (before?.items === JSON.stringify(items)) return { entry: before.entry, replayed: true };
    if (before) return { refused: 'key_reused', current: [] };
    const names = new Set(items.map((item) => item.choice));
    const understood = items.every((item) => known(item.choice, moment) && ['on', 'off'].includes(item.value));
    if (!understood || names.size < items.length) return { refused: 'malformed', current: [] };
    const outcomes = items.map((item) => this.outcome(item, moment));
    if (!outcomes.includes('applied')) {
      const code = ['unseen', 'notice_changed', 'stale'].find((one) => outcomes.includes(one)) ?? '';
      if (this.anonymous && code === 'unseen') return { refused: 'forbidden', current: [] };
      return { refused: code, current: items.map((item) => this.state(item.choice, moment)) };
    }
    const entry = this.write(items, outcomes, 'customer', moment);
    this.intents.set(key, { items: JSON.stringify(items), entry });
    return { entry, replayed: false };
  }

  private standing(choice: string, last: Decided | null, moment: Moment): Pick<ModelState, 'effective' | 'why'> {
    const page = book[choice] as Page;
    const offered = page.versions.includes(versionAt(moment));
    const plain = this.plain(page, offered, last, moment);
    if (!moment.gpc || !page.signal) return plain;
    if (last?.gpcAck && last.by !== 'gpc') return plain;
    if (last && plain.effective === 'off' && plain.why === last.by) return plain;
    return { effective: 'off', why: 'signal' };
  }

  private plain(
    page: Page,
    offered: boolean,
    last: Decided | null,
    moment: Moment,
  ): Pick<ModelState, 'effective' | 'why'> {
    if (!last) return { effective: offered ? page.initial : 'off', why: 'default' };
    if (last.value === 'off') return { effective: 'off', why: last.by };
    const over = last.until !== null && ms(last.until) <= moment.now ? ms(last.until) : Infinity;
    const changed = this.changedAt(page, offered, last, moment);
    if (over === Infinity && changed === Infinity) return { effective: 'on', why: last.by };
    return { effective: 'off', why: over <= changed ? 'expired' : 'notice_changed' };
  }

  private changedAt(page: Page, offered: boolean, last: Decided, moment: Moment): number {
    const version = versionAt(moment);
    if (!offered) return inForceFrom[version - 1] as number;
    const asks = page.widenedIn !== null && page.widenedIn > last.notice && page.widenedIn <= version;
    return asks ? (inForceFrom[page.widenedIn - 1] as number) : Infinity;
  }

  private outcome(item: DecisionItem, moment: Moment): string {
    if (item.value === 'off') return 'applied';
    const page = book[item.choice] as Page;
    const version = versionAt(moment);
    if (!item.seen || this.anonymous) return 'unseen';
    if (item.seen.notice !== version || !page.versions.includes(version)) return 'notice_changed';
    if (page.step && !item.confirmed) return 'unseen';
    if (page.signal && moment.gpc && !item.gpcAck) return 'unseen';
    const late = item.until !== undefined && ms(item.until) <= moment.now;
    return late || item.seen.seq !== this.seqOf(item.choice) ? 'stale' : 'applied';
  }

  private write(
    items: readonly DecisionItem[],
    outcomes: readonly string[],
    by: 'customer' | 'gpc' | 'device',
    moment: Moment,
  ): ModelEntry {
    const seq = this.entries.length + 1;
    const at = iso(moment.now);
    const notice = versionAt(moment);
    const raced = !this.anonymous && items.some((item) => item.seen && item.seen.seq !== this.seqOf(item.choice));
    const recorded = items.map((item, index) => {
      const applied = outcomes[index] === 'applied';
      const granted = applied && item.value === 'on';
      const lasts = book[item.choice]?.lasts ?? null;
      const ends = [item.until ? ms(item.until) : Infinity, lasts === null ? Infinity : moment.now + lasts * DAY];
      const end = granted ? Math.min(...ends) : Infinity;
      return {
        choice: item.choice,
        value: item.value,
        outcome: outcomes[index] as 'applied',
        before: this.decided.get(item.choice)?.last.value ?? null,
        seq: applied ? seq : this.seqOf(item.choice),
        until: end === Infinity ? null : iso(end),
        gpcAck: granted && item.gpcAck === true,
      };
    });
    for (const { choice, value, outcome, until, gpcAck } of recorded) {
      if (outcome === 'applied') this.decided.set(choice, { seq, last: { value, at, by, notice, until, gpcAck } });
    }
    const entry: ModelEntry = { seq, at, by, notice, items: recorded, raced };
    this.entries.push(entry);
    return entry;
  }
}
