import type { Order } from './basket.ts';
import type { Diary } from './diary.ts';
import type { Random } from './random.ts';
import { answersRead, guesses, keptLists, newestAs, pagesOfDay, picks, shortList, sizeAdvice } from './tellings.ts';
import type { Visit } from './visits.ts';

const devices: readonly (readonly [daysAgo: number, label: string])[] = [
  [1088, 'Windows laptop, Chrome'],
  [1087, 'iPhone, Safari'],
  [764, 'Android phone, Chrome'],
  [412, 'MacBook, Safari'],
  [118, 'iPad, Safari'],
];

/** Addresses that are kept for stories (RFC 5737). */
const network = (visit: Visit): string => {
  if (visit.away || visit.place.includes('centre')) return '192.0.2.x';
  return visit.place.startsWith('Leeds') ? '198.51.100.x' : '203.0.113.x';
};

/** What is noted while she looks around: pages, words, the device, the network, and the place while she allows it. */
export function writeVisits(diary: Diary, visits: readonly Visit[], orders: readonly Order[], random: Random): void {
  for (const [daysAgo, label] of devices) diary.note(['device', 'device'], [daysAgo, 1150], label);
  const began = Map.groupBy(
    orders.flatMap(({ daysAgo, lines }) => lines.flatMap((line) => (line.fromPick ? [{ daysAgo, line }] : []))),
    (one) => one.daysAgo,
  );
  let lastDay = 0;
  for (const visit of visits) {
    const { daysAgo, minute, pages, place } = visit;
    const kept =
      diary.allowed('browsing.site', daysAgo, minute) || diary.allowed('browsing.shortlist', daysAgo, minute);
    if (kept) {
      pages.forEach(({ label, topic, product }, step) => {
        const about = { ...(topic && { topic }), ...(product && { product: product.id }) };
        diary.note(['browsing', 'page'], [daysAgo, minute + 3 * step], label, about);
      });
      if (random.chance(0.4)) {
        const { label = '', topic = null } = pages[1] ?? pages[0] ?? {};
        const words = label.toLowerCase().split(',')[0] ?? '';
        diary.note(['browsing', 'search'], [daysAgo, minute + 1], `“${words}”`, topic ? { topic } : {});
      }
    }
    if (random.chance(0.34)) diary.note(['device', 'ip'], [daysAgo, minute], network(visit));
    if (random.chance(0.74) && diary.use('location.nearby', daysAgo, minute, () => ({ place }))) {
      diary.note(['location', 'place'], [daysAgo, minute], place);
    }
    if (daysAgo === lastDay) continue;
    lastDay = daysAgo;
    diary.use('device.secure', daysAgo, minute, newestAs('device', 'device.device'));
    diary.use('browsing.site', daysAgo, minute + 2, pagesOfDay);
    const picked = began.get(daysAgo)?.map(({ line }) => line.product) ?? [];
    if (random.chance(0.85) || picked.length > 0)
      diary.use('purchases.recommendations', daysAgo, minute + 1, picks(picked));
    if (random.chance(0.7)) diary.use('interests.home', daysAgo, minute + 1, guesses);
    if (random.chance(0.55)) diary.use('browsing.shortlist', daysAgo, minute + 5, shortList);
    const worn = pages.find(({ product }) => product?.fit);
    if (random.chance(0.2) && worn?.product?.fit)
      diary.use('sizes.advice', daysAgo, minute + 7, sizeAdvice(worn.label, worn.product.fit, null));
    if (random.chance(0.15)) diary.use('wish_lists.keep', daysAgo, minute + 4, keptLists);
    if (daysAgo % 2 === 0) diary.use('answers.picks', daysAgo, minute + 1, answersRead);
    diary.use('browsing.ads', daysAgo, minute + 9, pagesOfDay);
  }
}
