import * as z from 'zod/mini';
import { NoticeRef } from './notice.ts';
import { ChoiceId, Day, Id, Text } from './primitives.ts';

/**
 * One thing that a newer notice says otherwise. `way`: it reaches further (`widened`) or less far (`narrowed`), it is
 * another and neither (`changed`), or only its words are (`reworded`). Words for people are the app's to make.
 */
export const ChangeFact = z.object({
  /**
   * Of a use: `purpose` to `automated`, as a grant covers them; what happens when it is off (`when_off`), how long a
   * grant lasts (`lasts`), which signals reach it (`signal`), how it is granted (`grant`), and that the brand itself
   * marked it as material (`marked`). Of a category: `item`, `retention`, `source`, `passive`, `sensitive`. Of both:
   * `words`.
   */
  kind: z.enum([
    'purpose',
    'basis',
    'item',
    'recipient',
    'for_itself',
    'country',
    'retention',
    'automated',
    'when_off',
    'lasts',
    'signal',
    'grant',
    'marked',
    'source',
    'passive',
    'sensitive',
    'words',
  ]),
  way: z.enum(['widened', 'narrowed', 'changed', 'reworded']),
  /** What came or went: an item, a recipient, a country (ISO 3166-1), a signal; for `words` and `when_off` the field. */
  id: z.nullable(z.string()),
  /** What it is called in the language asked for: of an item or a recipient; null for all else. */
  name: z.nullable(Text),
  /** What was said before and is said now: an id, a duration, "true" or "false", or words; null = nothing. */
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});
export type ChangeFact = z.infer<typeof ChangeFact>;

/** Whether something came, went, or is described otherwise. What came or went has no facts: it is all new, or all gone. */
const Change = z.enum(['added', 'removed', 'changed']);

export const UseChange = z.object({
  use: ChoiceId,
  category: Id,
  name: Text,
  change: Change,
  /**
   * Since which version, in force from which day, grants that are older are suspended; null = they stand. A later
   * version that narrows again does not bring them back, so that it can be said where no fact is left.
   */
  material: z.nullable(z.object({ version: z.int(), from: Day })),
  facts: z.array(ChangeFact),
});
export type UseChange = z.infer<typeof UseChange>;

export const CategoryChange = z.object({ category: Id, name: Text, change: Change, facts: z.array(ChangeFact) });
export type CategoryChange = z.infer<typeof CategoryChange>;

/** What a notice changed since an older one: facts, compared by id. All lists empty = both describe the same. */
export const NoticeChanges = z.object({
  since: NoticeRef,
  notice: NoticeRef,
  /** The day from which the newer one is in force, in the brand's time zone. */
  effectiveFrom: Day,
  /** In the order of the newer notice; what went comes last. */
  categories: z.array(CategoryChange),
  uses: z.array(UseChange),
  /** What else the notice says otherwise: who the controller is, the rights, who the recipients are, its own words. */
  general: z.array(z.enum(['controller', 'rights', 'recipients', 'intro', 'sources'])),
});
export type NoticeChanges = z.infer<typeof NoticeChanges>;
