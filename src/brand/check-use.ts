import type { AuthoredUse } from './authored-notice.ts';
import { didYouMean } from './did-you-mean.ts';
import { idsOf, sayRepeated, type CategoryPart, type NoticeParts, type Part, type Say } from './notice-parts.ts';
import { isLonger } from './period.ts';
import { isOptional } from '#rules/options.ts';

/** What turning a use on takes: as written, else as its basis wants it. */
export const grantOf = ({ basis, grant }: Pick<AuthoredUse, 'basis' | 'grant'>): NonNullable<AuthoredUse['grant']> =>
  grant ?? (basis === 'explicit_consent' ? 'words' : basis === 'opt_out' ? 'two_steps' : 'press');

const always = 'which is always on and has no switch';

/** What a use may say depends on whether the customer can switch it. */
const checkSwitch = ({ value: use, at }: Part<AuthoredUse>, say: Say): void => {
  if (!isOptional(use)) {
    for (const key of ['whenOff', 'signals', 'grant', 'lasts'] as const)
      if (use[key] !== undefined)
        say([...at, key], `use "${use.id}" rests on ${use.basis}, ${always}. Remove ${key}, or change the basis.`);
    return;
  }
  if (!use.whenOff)
    say(at, `use "${use.id}" has a switch. Add whenOff: { collection: stops or continues, holding: kept or deleted }.`);
  const grant = grantOf(use);
  if (use.basis === 'explicit_consent' && grant !== 'words')
    say([...at, 'grant'], `explicit_consent is given in words. Write grant: words, or remove the line.`);
  if (use.basis === 'opt_out') {
    if (grant !== 'two_steps')
      say(
        [...at, 'grant'],
        `After an opt-out, turning on takes two steps. Write grant: two_steps, or remove the line.`,
      );
    if (!use.signals?.length)
      say(
        at,
        `use "${use.id}" runs until the customer opts out, and a browser can ask that for them. Add signals: [sale], [share] or both.`,
      );
  }
};

/** Lengths of time within a category must fit into how long it is kept. */
const checkPeriods = ({ value: use, at, ...part }: Part<AuthoredUse>, category: CategoryPart, say: Say): void => {
  if (!category.sound || !part.sound) return;
  const { retention } = category.value;
  if (isLonger(use.retention, retention))
    say(
      [...at, 'retention'],
      `use "${use.id}" looks back ${use.retention}, and "${category.value.id}" is kept ${retention}. Write at most ${retention}.`,
    );
  const until = use.whenOff?.until;
  if (until !== undefined && isLonger(until, retention))
    say(
      [...at, 'whenOff', 'until'],
      `until is ${until}, and "${category.value.id}" is kept ${retention}. Write at most ${retention}.`,
    );
};

/** "Deleted" and "stops" would be untrue where what runs without a switch needs every one of the same items. */
const checkTruth = ({ value: use, at }: Part<AuthoredUse>, category: CategoryPart, say: Say): void => {
  if (!use.whenOff || !isOptional(use) || category.items.some((item) => !item.sound)) return;
  const locked = new Set(category.uses.filter((one) => one.sound && !isOptional(one.value)).map((one) => one.value.id));
  const needed = category.items.filter((item) => item.value.uses.includes(use.id));
  const keeper = needed.flatMap((item) => item.value.uses.filter((id) => locked.has(id)))[0];
  if (keeper === undefined || !needed.every((item) => item.value.uses.some((id) => locked.has(id)))) return;
  if (use.whenOff.holding === 'deleted')
    say(
      [...at, 'whenOff', 'holding'],
      `Nothing would be deleted: use "${keeper}", ${always}, needs the same items. Write kept.`,
    );
  if (use.whenOff.collection === 'stops')
    say(
      [...at, 'whenOff', 'collection'],
      `Nothing would stop: use "${keeper}", ${always}, needs the same items. Write continues.`,
    );
};

/** One use: what it names, what its basis asks for, and whether what it says of "off" would be true. */
export const checkUse = (
  part: Part<AuthoredUse>,
  category: CategoryPart,
  recipients: NoticeParts['recipients'],
  say: Say,
): void => {
  const { value: use, at } = part;
  const items = category.items;
  if (items.every((item) => item.sound) && !items.some((item) => item.value.uses.includes(use.id)))
    say(
      [...at, 'id'],
      `No item of "${category.value.id}" names use "${use.id}". Add it to the uses of the items it needs.`,
    );
  if (!part.sound) return;

  sayRepeated(use.recipients ?? [], [...at, 'recipients'], say);
  sayRepeated(use.signals ?? [], [...at, 'signals'], say);
  const known = idsOf(recipients);
  for (const [index, id] of (use.recipients ?? []).entries()) {
    const recipient = recipients.find((one) => one.value.id === id);
    const here = [...at, 'recipients', index];
    if (!recipient)
      say(here, `use "${use.id}" names recipient "${id}", which is not in recipients. ${didYouMean(id, known)}`);
    else if (recipient.sound && recipient.value.role === 'pays_for_it' && !use.signals?.includes('sale'))
      say(
        here,
        isOptional(use)
          ? `recipient "${id}" pays for it, so it is a sale. Add sale to the signals of use "${use.id}".`
          : `recipient "${id}" pays for it, and use "${use.id}" is always on. A sale needs a switch: change the basis, or take the recipient out.`,
      );
  }
  if (category.sound && category.value.sensitive && use.basis === 'consent')
    say(
      [...at, 'basis'],
      `"${category.value.id}" is sensitive, so consent must be given in words. Write basis: explicit_consent.`,
    );
  checkSwitch(part, say);
  checkPeriods(part, category, say);
  checkTruth(part, category, say);
};
