import type { Diary } from './diary.ts';
import type { Random } from './random.ts';
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
export function writeVisits(diary: Diary, visits: readonly Visit[], random: Random): void {
  for (const [daysAgo, label] of devices) diary.note(['device', 'device'], [daysAgo, 1150], label);
  let lastDay = 0;
  for (const visit of visits) {
    const { daysAgo, minute, pages, place } = visit;
    const kept =
      diary.allowed('browsing.site', daysAgo, minute) || diary.allowed('browsing.shortlist', daysAgo, minute);
    if (kept) {
      pages.forEach((label, step) => {
        diary.note(['browsing', 'page'], [daysAgo, minute + 3 * step], label);
      });
      if (random.chance(0.4)) {
        const words = (pages[1] ?? pages[0] ?? '').toLowerCase().split(',')[0] ?? '';
        diary.note(['browsing', 'search'], [daysAgo, minute + 1], `“${words}”`);
      }
    }
    if (random.chance(0.34)) diary.note(['device', 'ip'], [daysAgo, minute], network(visit));
    if (random.chance(0.74) && diary.use('location.nearby', daysAgo, minute)) {
      diary.note(['location', 'place'], [daysAgo, minute], place);
    }
    if (daysAgo === lastDay) continue;
    lastDay = daysAgo;
    diary.use('device.secure', daysAgo, minute);
    diary.use('browsing.site', daysAgo, minute + 2);
    if (random.chance(0.85)) diary.use('purchases.recommendations', daysAgo, minute + 1);
    if (random.chance(0.7)) diary.use('interests.home', daysAgo, minute + 1);
    if (random.chance(0.55)) diary.use('browsing.shortlist', daysAgo, minute + 5);
    if (random.chance(0.2)) diary.use('sizes.advice', daysAgo, minute + 7);
    if (random.chance(0.15)) diary.use('wish_lists.keep', daysAgo, minute + 4);
    diary.use('browsing.ads', daysAgo, minute + 9);
  }
}
