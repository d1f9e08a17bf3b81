import type { Category, Notice } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { Day } from '#contract/primitives.ts';
import type { Voice } from '#i18n/voice.ts';
import type { Received } from './benefit.model.ts';
import { cardStrings, required, sampleOn, usedOn } from './card.strings.ts';
import { forgottenText } from './hold.model.ts';
import { othersOf, type Others } from './recipient.model.ts';
import { alwaysUses, inEffect, optionalUses, type Stored } from './stored.model.ts';
import { yearOf, type Year } from '#rules/year.ts';
import { isOptional } from '#rules/options.ts';

/** Everything the card says before the choices, in its fixed order. */
export interface Card {
  readonly what: string;
  /** Facts about the kind of data that many people do not know. */
  readonly marks: readonly string[];
  readonly samples: readonly { readonly text: string; readonly at: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly need: string;
    readonly uses: string;
    /** It is read while a page is opened; the customer does nothing for it. */
    readonly read: boolean;
  }[];
  /** The uses by how they stand: always on, on, off. */
  readonly why: readonly { readonly term: string; readonly text: string }[];
  /** How often it was used this year; null where the backend does not tell. */
  readonly used: { readonly text: string; readonly year: Year } | null;
  readonly received: readonly Received[];
  readonly others: Others;
  readonly retention: string;
  readonly storedIn: string;
  readonly off: string;
  /** That all of it was forgotten, and what had to stay; null where it never was. */
  readonly forgotten: string | null;
}

/** What the card is made of. `overview` and `since` are missing where the backend does not tell what is held. */
export interface CardFacts {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly category: Category;
  readonly overview: CategoryOverview | undefined;
  readonly since: Day | null;
  readonly stored: Stored;
  readonly received: readonly Received[];
}

export function cardOf({ voice, notice, category, overview, since, stored, received }: CardFacts): Card {
  const { say, date } = voice;
  const year = overview && since !== null ? yearOf([overview.usedDays], since) : null;
  const deletes = category.uses.some((use) => isOptional(use) && use.whenOff.holding === 'deleted');
  return {
    what: category.what,
    marks: [
      ...(category.passive ? [say(cardStrings.passive)] : []),
      ...(category.sensitive ? [say(cardStrings.sensitive)] : []),
    ],
    samples: (overview?.held.sample ?? []).map(({ label, at }) => ({ text: say(sampleOn(label, date(at))), at })),
    items: category.items.map((item) => ({
      id: item.id,
      name: item.name,
      need: say(required[item.required]),
      uses: voice.list(category.uses.filter((use) => item.uses.includes(use.id)).map(({ name }) => name)),
      read: (item.reads ?? []).length > 0,
    })),
    why: [
      { term: cardStrings.alwaysOn, uses: alwaysUses(category) },
      { term: cardStrings.on, uses: optionalUses(category).filter((use) => inEffect(use, stored)) },
      { term: cardStrings.off, uses: optionalUses(category).filter((use) => !inEffect(use, stored)) },
    ].flatMap(({ term, uses }) =>
      uses.length === 0 ? [] : [{ term: say(term), text: uses.map(({ name }) => name).join(' · ') }],
    ),
    used: year && {
      text: year.last === null ? say(cardStrings.notUsed) : say(usedOn(year.times, year.days, date(year.last))),
      year,
    },
    received,
    others: othersOf(voice, notice, category, stored),
    retention: category.retention.text,
    storedIn: category.storedIn,
    forgotten: overview?.forgotten ? forgottenText(voice, category, overview.forgotten) : null,
    off: say(deletes ? cardStrings.offDeletes : cardStrings.offKeeps),
  };
}
