import type { Order } from './basket.ts';
import type { Diary } from './diary.ts';
import type { Theme } from './life.ts';
import { addToInstant } from '#rules/duration.ts';
import { newestAs } from './tellings.ts';

const said: Partial<Readonly<Record<Theme, string>>> = {
  flat: 'You are setting up a flat',
  bedroom: 'You are furnishing a bedroom',
  kitchen: 'You are furnishing a kitchen',
  living: 'You are furnishing a living room',
  study: 'You work from home some days',
  guest: 'You have guests who stay the night',
  garden: 'You have a garden',
  nursery: 'You are furnishing a child’s room',
  child: 'You buy clothes for a baby',
  gifts: 'You buy gifts here in December',
  clothes: 'You buy new clothes each season',
  refill: 'You like scented candles and linen',
};

/** What three orders of a kind, or every eighth after that, let the shop conclude. Health is never concluded. */
export function writeConclusions(diary: Diary, orders: readonly Order[]): void {
  const seen = new Map<Theme, number>();
  for (const { theme, daysAgo } of orders) {
    const count = (seen.get(theme) ?? 0) + 1;
    seen.set(theme, count);
    const label = said[theme];
    const when = daysAgo - 2;
    if (label === undefined || (count !== 3 && count % 8 !== 0) || when < 1) continue;
    // Concluding stops when nothing may use it.
    if (!diary.allowed('interests.home', when, 240) && !diary.allowed('interests.email', when, 240)) continue;
    diary.note(['interests', 'interest'], [when, 240], label, {
      topic: theme,
      confidence: count < 8 ? 'guess' : count < 16 ? 'fairly_sure' : 'sure',
      lapses: addToInstant(diary.calendar.at(when, 240), 'P12M'),
    });
  }
}

/** What was bought from others: the area, the home, one move. */
export function writeBought(diary: Diary): void {
  const buy = (item: string, daysAgo: number, label: string, from: string): void => {
    const use = item === 'move' ? 'bought.moves' : 'bought.range';
    if (diary.allowed(use, daysAgo, 130)) diary.note(['bought', item], [daysAgo, 130], label, { from });
  };
  for (const daysAgo of [1068, 886]) {
    buy('area', daysAgo, 'City flats, many young renters', 'Areabook');
    buy('household', daysAgo, '2 to 3 adults who share, no children', 'Areabook');
  }
  buy('move', 684, 'Moved from LS6 to YO23', 'Movefile');
  for (const daysAgo of [668, 486, 304, 122]) {
    buy('area', daysAgo, 'Brick houses near a city, many owners', 'Areabook');
    buy('household', daysAgo, daysAgo > 200 ? '2 adults, no children' : '2 adults, 1 child', 'Areabook');
  }
  diary.use('bought.moves', 683, 545, newestAs('move', 'bought.move'));
}
