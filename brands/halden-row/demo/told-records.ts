import { usualSize } from './basket.ts';
import type { Diary } from './diary.ts';
import { life } from './life.ts';
import { fitting } from './tellings.ts';
import { wardrobe } from './wardrobe.ts';

const worn: ReadonlySet<string> = new Set(
  Object.values(wardrobe).flatMap((shelf) => shelf.flatMap((one) => (one.fit === 'top' ? [one.id] : []))),
);

/** How many days ago she last looked at what the shop holds about her. */
const lastHere = 12;

/** What she told about herself: details, sizes, and why she needs help at the door. */
export function writeTold(diary: Diary): void {
  const account = (item: string, daysAgo: number, label: string): void =>
    diary.note(['account', item], [daysAgo, 1158], label, { value: label });
  account('name', life.joined, 'Maya Fenn');
  account('email', life.joined, 'mayafenn@post.example');
  account('phone', life.joined, '+44 7700 900417');
  account('address', life.joined, 'Flat 3, 18 Cardigan Row, Leeds LS6');
  account('address', life.moved + 3, '27 Scarcroft Lane, York YO23');
  account('email', 604, 'maya@fenn.example');
  diary.use('account.run', life.joined, 1158, () => ({ what: 'your new account' }));
  diary.use('account.run', life.moved + 3, 1158, () => ({ what: 'your new address' }));
  diary.use('account.run', 604, 1158, () => ({ what: 'your new e-mail address' }));
  diary.note(['account', 'visit'], [lastHere, 1231], 'You read this page');

  const size = (item: 'top' | 'bottom' | 'shoe', daysAgo: number): void => {
    const name = { top: 'Tops', bottom: 'Trousers', shoe: 'Shoe' }[item];
    const value = usualSize(item, daysAgo);
    if (!diary.allowed('sizes.advice', daysAgo, 1252)) return;
    diary.note(['sizes', item], [daysAgo, 1252], `${name} ${value}`, { value, says: `${name} {value}`, size: value });
  };
  for (const daysAgo of [1062, 148]) {
    size('top', daysAgo);
    size('bottom', daysAgo);
  }
  size('shoe', 1062);
  const measured = [
    ['Bust', 94],
    ['Waist', 76],
    ['Hip', 101],
  ] as const;
  for (const [index, [name, value]] of measured.entries()) {
    if (!diary.allowed('sizes.measure', 139, 1222)) break;
    diary.note(['sizes', 'measurement'], [139, 1222 + index], `${name} ${value} cm`, {
      value,
      says: `${name} {value} cm`,
    });
  }
  for (const daysAgo of [139, 121, 88, 52, 19])
    diary.use(
      'sizes.measure',
      daysAgo,
      1260,
      fitting((id) => worn.has(id)),
    );

  const need = (daysAgo: number, label: string): void => {
    if (diary.allowed('access.carry', daysAgo, 776))
      diary.note(['access', 'need'], [daysAgo, 776], label, { value: label });
  };
  need(1040, 'Carry up the stairs: bad back');
  need(318, 'Carry to the room: I am expecting');
}
