import type { CategoryHoldings, ForgettingDone } from '#contract/holdings.ts';
import type { Category, Notice } from '#contract/notice.ts';
import type { ChoiceId } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import { stayingIn } from '#rules/kept.ts';
import { isOptional } from '#rules/options.ts';
import {
  forgetStrings,
  goes,
  goneConclusions,
  goneNow,
  howLong,
  ofKind,
  staysFor,
  usesLose,
} from './forget.strings.ts';
import { recordsIn } from './held.model.ts';

/** What is known before a forgetting. */
export interface ForgetFacts {
  readonly voice: Voice;
  readonly notice: Notice;
  /** The categories that would be forgotten, as they are held. */
  readonly held: readonly CategoryHoldings[];
  /** The last day on which a backup may have what goes today. */
  readonly backupsUntil: string;
  readonly isOn: (use: ChoiceId) => boolean;
  /** What the backend can tell of what rests on records. */
  readonly can: { readonly inferences?: boolean | undefined; readonly benefits?: boolean | undefined };
}

/** What one of its terms says, in sentences. */
export interface Said {
  readonly term: string;
  readonly lines: readonly string[];
}

/** Law or contract keep this many records of some items, for the same uses. */
interface Keeping {
  readonly category: Category;
  readonly items: readonly string[];
  readonly keptFor: readonly ChoiceId[];
  readonly count: number;
}

/** What goes, what stays and for what, what rests on it, and what comes later: said before anything is pressed. */
export function beforeForgetting({ voice, notice, held, backupsUntil, isOn, can }: ForgetFacts): readonly Said[] {
  const { say, number, date } = voice;
  const kept = keptNow(notice, held);
  const all = held.reduce((sum, { count }) => sum + count, 0);
  const gone = all - kept.reduce((sum, { count }) => sum + count, 0);
  const categories = notice.categories.filter(({ id }) => held.some((one) => one.category === id && one.count > 0));
  const losing = categories.flatMap(({ uses }) => uses).filter((use) => isOptional(use) && isOn(use.id));
  const counted = categories.some(({ uses }) => uses.some(({ got }) => got !== null));
  const rests = [
    ...(losing.length > 0 ? [say(usesLose(losing.map(({ name }) => name).join(' · ')))] : []),
    ...(can.inferences && categories.some(({ source }) => source !== 'concluded')
      ? [say(forgetStrings.conclusions)]
      : []),
    ...(can.benefits && counted ? [say(forgetStrings.ledger)] : []),
  ];
  return [
    {
      term: say(forgetStrings.gone),
      lines: [gone === 0 ? say(forgetStrings.noneGoes) : say(goes(number(gone), gone, date(backupsUntil)))],
    },
    ...(kept.length > 0 ? [{ term: say(forgetStrings.stays), lines: keepingLines(voice, kept, held.length > 1) }] : []),
    { term: say(forgetStrings.depends), lines: rests.length > 0 ? rests : [say(forgetStrings.nothingRests)] },
    { term: say(forgetStrings.later), lines: [say(forgetStrings.collected)] },
  ];
}

/** What became of it: the two steps first, then what stays. Only what the answer says. */
export function afterForgetting(voice: Voice, notice: Notice, done: ForgettingDone): readonly string[] {
  const { say, number, date } = voice;
  const kept = done.kept.flatMap(({ category: id, item, count, keptFor }) => {
    const category = notice.categories.find((one) => one.id === id);
    return category ? [{ category, items: [item], keptFor, count }] : [];
  });
  return [
    say(goneNow(number(done.removed), done.removed, date(done.backupsUntil))),
    ...keepingLines(voice, joined(kept), new Set(kept.map(({ category }) => category.id)).size > 1),
    ...(done.conclusions > 0 ? [say(goneConclusions(done.conclusions))] : []),
  ];
}

/** By the rule that the backend forgets by. */
function keptNow(notice: Notice, held: readonly CategoryHoldings[]): readonly Keeping[] {
  const forbids = held.flatMap(({ category, items }) =>
    items.filter((item) => item.forbids).map(({ item }) => `${category}.${item}`),
  );
  const staying = stayingIn(notice, forbids[0] ?? null);
  return joined(
    notice.categories.flatMap((category) =>
      (held.find((one) => one.category === category.id)?.items ?? []).flatMap(({ item, count }) => {
        const keptFor = staying({ category: category.id, item });
        return count > 0 && keptFor ? [{ category, items: [item], keptFor, count }] : [];
      }),
    ),
  );
}

/** Items of one category that are kept for the same uses are told together. */
const joined = (kept: readonly Keeping[]): readonly Keeping[] =>
  [...Map.groupBy(kept, ({ category, keptFor }) => `${category.id} ${keptFor.join()}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    return [
      {
        ...first,
        items: same.flatMap(({ items }) => items),
        count: same.reduce((sum, { count }) => sum + count, 0),
      },
    ];
  });

function keepingLines(voice: Voice, kept: readonly Keeping[], named: boolean): readonly string[] {
  const { say } = voice;
  return kept.map(({ category, items, keptFor, count }, at) => {
    const names = category.items.filter(({ id }) => items.includes(id)).map(({ name }) => name);
    const uses = category.uses.filter(({ id }) => keptFor.includes(id)).map(({ name }) => name);
    const stays = say(staysFor(recordsIn(voice, count), names.join(' · '), uses.join(' · ')));
    const text = kept[at + 1]?.category === category ? stays : `${stays} ${say(howLong(category.retention.text))}`;
    return named ? say(ofKind(category.name, text)) : text;
  });
}
