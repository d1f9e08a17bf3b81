import type { Category, Notice, Recipient, Use } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { recipientDoes, recipientIs } from './card.strings.ts';
import { choiceStrings, recipientRoles } from './choice.strings.ts';
import { inEffect, type Stored } from './stored.model.ts';

export interface Other {
  readonly id: string;
  /** Who and what they do; `<b>` marks the name. */
  readonly does: string;
  /** What they are to the customer, and where. */
  readonly is: string;
  readonly transfer: { readonly safeguard: string; readonly copyAt: string } | null;
}

/** Who else gets a category now, and who would if more were turned on. */
export interface Others {
  readonly now: readonly Other[];
  readonly ifOn: readonly Other[];
}

const named = (notice: Notice, uses: readonly Use[]): readonly Recipient[] => {
  const ids = new Set(uses.flatMap((use) => use.recipients));
  return notice.recipients.filter(({ id }) => ids.has(id));
};

export function othersOf(voice: Voice, notice: Notice, category: Category, stored: Stored): Others {
  const write = (recipient: Recipient): Other => {
    const { id, name, does, role, country, transfer } = recipient;
    return {
      id,
      does: voice.say(recipientDoes(name, does)),
      is: voice.say(recipientIs[role](voice.country(country))),
      transfer,
    };
  };
  const now = named(
    notice,
    category.uses.filter((use) => inEffect(use, stored)),
  );
  const all = named(notice, category.uses);
  return { now: now.map(write), ifOn: all.filter((one) => !now.includes(one)).map(write) };
}

const roles = ['works_for_us', 'for_itself', 'pays_for_it'] as const;

/** Who gets the data of one use, by what they are to the customer. */
export function recipientsText(voice: Voice, notice: Notice, use: Use): string {
  const recipients = named(notice, [use]);
  if (recipients.length === 0) return voice.say(choiceStrings.nobody);
  return roles
    .map((role) => recipients.filter((one) => one.role === role).map(({ name }) => name))
    .flatMap((names, at) =>
      names.length === 0 ? [] : voice.say(recipientRoles[roles[at] ?? 'works_for_us'](voice.list(names), names.length)),
    )
    .join(' ');
}
