import type { Diary } from './diary.ts';
import { life } from './life.ts';
import { boughtFacts, guesses, memberPrices, newestAs, orderList, pointsSold, repeatOffer } from './tellings.ts';

/** What a shop does by the calendar, whether or not she looks in. */
export function writeRhythm(diary: Diary): void {
  const { calendar } = diary;
  for (let daysAgo = life.joined - 3; daysAgo > 0; daysAgo -= 1) {
    const day = calendar.dayOfMonth(daysAgo);
    const month = calendar.month(daysAgo);
    if (calendar.weekday(daysAgo) === 4) {
      diary.use('account.news', daysAgo, 425, newestAs('email', 'account.email'));
      diary.use('interests.email', daysAgo, 425, guesses);
      diary.use('purchases.ads', daysAgo, 380, orderList);
    }
    if (day === 6 || day === 20) diary.use('purchases.offers', daysAgo, 430, repeatOffer);
    if (day === 12) diary.use('loyalty.prices', daysAgo, 415, memberPrices);
    if (day === 2) {
      diary.use('bought.range', daysAgo, 190, boughtFacts(730));
      diary.use('loyalty.sale', daysAgo, 200, pointsSold);
      diary.use('bought.lookalike', daysAgo, 205, boughtFacts(365));
    }
    if (day === 1 && (month === 3 || month === 9))
      diary.use('account.catalogue', daysAgo, 360, newestAs('address', 'account.address'));
  }
}
