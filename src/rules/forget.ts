import type { About } from '#contract/about.ts';
import type { Forgetting, ForgettingDone, Forgotten } from '#contract/holdings.ts';
import type { Notice } from '#contract/notice.ts';
import type { ChoiceId, Instant } from '#contract/primitives.ts';
import { dayOf } from './days.ts';
import { addToDay } from './duration.ts';
import { evidenceIn } from './evidence.ts';
import type { HoldingRecord, Holdings } from './holdings.ts';
import { stayingIn } from './kept.ts';
import { categoryOf } from './told.ts';

/** What a forgetting changes in what is held, and what is told of it. */
interface Forgets {
  readonly change: {
    /** Records that are kept, from now on for the uses that keep them alone. */
    readonly put: readonly HoldingRecord[];
    readonly remove: readonly string[];
    /** Events that lose their details. */
    readonly forgetEvents: readonly string[];
    readonly forgotten: readonly Forgotten[];
  };
  readonly done: Omit<ForgettingDone, 'replayed'>;
}

/** A record that is asked to be forgotten, and the uses that keep it; null = it goes. */
interface Fate {
  readonly record: HoldingRecord;
  readonly keptFor: readonly ChoiceId[] | null;
}

/** One that stays. */
interface Kept extends Fate {
  readonly keptFor: readonly ChoiceId[];
}

/**
 * What becomes of a record, a category or everything (time zone: IANA). Conclusions go with the last record that they
 * rested on. What may never be concluded stays so, until its own record is asked for. What is forgotten already stays as it is, so that forgetting twice is forgetting once; records that come
 * later are held as usual. Null = there is no such record or category.
 */
export function forgettingOf(
  holdings: Holdings,
  notice: Notice,
  about: Pick<About, 'backups' | 'conclusions'>,
  { scope, id }: Forgetting,
  zone: string,
  now: Instant,
): Forgets | null {
  const categories = notice.categories.map((category) => category.id);
  const whole = new Set(
    scope === 'everything' ? categories : categories.filter((one) => scope === 'category' && one === id),
  );
  const isAsked = (record: HoldingRecord): boolean =>
    scope === 'everything' || (scope === 'record' ? record.id === id : whole.has(record.category));
  const asked = holdings.records.filter(isAsked);
  if (scope === 'record' ? asked.length === 0 : whole.size === 0) return null;

  const staying = stayingIn(notice, scope === 'record' ? null : (about.conclusions?.forbidden ?? null));
  const fateOf = (record: HoldingRecord): Fate => ({ record, keptFor: staying(record) });
  const fates = asked.map(fateOf);
  const withThem = orphansOf(holdings, about, new Set(asked)).map(fateOf);
  const all = [...fates, ...withThem];
  const events = holdings.events.filter(({ use, data }) => data !== null && whole.has(categoryOf(use)));
  const backupsUntil = addToDay(dayOf(now, zone), about.backups);
  return {
    change: {
      put: all.filter(isNewlyKept).map(({ record, keptFor }) => ({ ...record, keptFor })),
      remove: all.filter(goes).map(({ record }) => record.id),
      forgetEvents: events.map((event) => event.id),
      forgotten: [...whole].flatMap((category): Forgotten[] => {
        const of = fates.filter(({ record }) => record.category === category);
        const changed = of.some((fate) => goes(fate) || isNewlyKept(fate));
        if (!changed && !events.some(({ use }) => categoryOf(use) === category)) return [];
        const kept = of.filter(stays);
        return [
          {
            category,
            at: now,
            backupsUntil,
            removed: of.length - kept.length,
            kept: kept.length,
            keptFor: [...new Set(kept.flatMap(({ keptFor }) => keptFor))],
          },
        ];
      }),
    },
    done: {
      at: now,
      backupsUntil,
      removed: fates.filter(goes).length,
      kept: keptByItem(all, notice, about),
      conclusions: withThem.filter(goes).length,
    },
  };
}

/** The conclusions that rest on nothing any more once some records are gone, and did before. */
function orphansOf(
  holdings: Holdings,
  { conclusions }: Pick<About, 'conclusions'>,
  gone: ReadonlySet<HoldingRecord>,
): HoldingRecord[] {
  if (!conclusions) return [];
  const evidence = evidenceIn(holdings);
  return holdings.records.filter((record) => {
    if (`${record.category}.${record.item}` !== conclusions.held || gone.has(record)) return false;
    const seen = evidence(record);
    return seen.length > 0 && seen.every((one) => gone.has(one));
  });
}

const stays = (fate: Fate): fate is Kept => fate.keptFor !== null;

const goes = (fate: Fate): boolean => !stays(fate);

const isNewlyKept = (fate: Fate): fate is Kept => stays(fate) && fate.record.keptFor?.join() !== fate.keptFor.join();

/** What is kept, in the order of the notice. */
function keptByItem(
  fates: readonly Fate[],
  { categories }: Notice,
  { conclusions }: Pick<About, 'conclusions'>,
): ForgettingDone['kept'] {
  const kept = new Map<string, ForgettingDone['kept'][number]>();
  for (const fate of fates.filter(stays)) {
    const { category, item } = fate.record;
    const place = `${category}.${item}`;
    const known = kept.get(place);
    if (known) known.count += 1;
    else {
      const forbids = place === conclusions?.forbidden && { forbids: true as const };
      kept.set(place, { category, item, count: 1, keptFor: [...fate.keptFor], ...forbids });
    }
  }
  return categories.flatMap(({ id, items }) => items.flatMap((item) => kept.get(`${id}.${item.id}`) ?? []));
}
