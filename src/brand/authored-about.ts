import * as z from 'zod/mini';
import { Correctable } from '#contract/holdings.ts';
import { QuestionKind } from '#contract/profile.ts';
import { Id, Period, UsePath } from './authored-fields.ts';
import { valueKinds } from './compile-message.ts';

const ItemPath = z
  .string()
  .check(
    z.regex(/^[a-z][a-z0-9_]{0,47}\.[a-z][a-z0-9_]{0,47}$/),
    z.describe('A category and one of its items with a dot between, such as account.email.'),
  );

const Day = z.iso.date().check(z.describe('A day, such as 2026-11-01.'));

const OptionKey = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/),
    z.describe('The id of an option, such as bedroom; in quotes if it is a number, such as "39".'),
  );

const correctable = z.strictObject({
  item: ItemPath,
  kind: Correctable.shape.kind,
  options: z.optional(
    z.array(OptionKey).check(z.minLength(2), z.describe('For kind option: what can be chosen, such as [S, M, L].')),
  ),
});
export type AuthoredCorrectable = z.infer<typeof correctable>;

const question = z.strictObject({
  id: Id,
  kind: QuestionKind,
  item: ItemPath.check(z.describe('Where the answer is held, such as answers.answer.')),
  uses: z.array(UsePath).check(z.minLength(1), z.describe('The uses that read the answer; each must need the item.')),
  options: z.optional(
    z
      .array(OptionKey)
      .check(z.minLength(2), z.describe('For single, multiple and size: ids of what can be chosen, at least two.')),
  ),
  scale: z.optional(z.strictObject({ min: z.int(), max: z.int() }).check(z.describe('For scale: its two ends.'))),
  lasts: Period.check(z.describe('How long an answer lasts, such as 12 months.')),
});
export type AuthoredQuestion = z.infer<typeof question>;

const fact = z.strictObject({
  category: z.optional(Id.check(z.describe('The category it is about. Left out: all data.'))),
  asOf: Day.check(z.describe('The day on which you last checked it, such as 2026-11-01.')),
});
export type AuthoredFact = z.infer<typeof fact>;

const incident = z.strictObject({
  id: Id,
  from: Day,
  to: Day,
  found: Day,
  told: Day.check(z.describe('The day on which the customers in it, and the authority, were told.')),
  categories: z.array(Id).check(z.minLength(1), z.describe('The categories whose data was in it.')),
});
export type AuthoredIncident = z.infer<typeof incident>;

/**
 * about.yaml: the bones of what a brand says beside its notice. It may change on any day, and no decision rests on it.
 */
export const AuthoredAbout = z.strictObject({
  backups: Period.check(z.describe('How long backups keep what was removed, such as 30 days.')),
  visits: z.optional(ItemPath.check(z.describe('The item that holds when the customer was last here.'))),
  conclusions: z.optional(
    z
      .strictObject({ held: ItemPath, forbidden: ItemPath })
      .check(z.describe('The items with conclusions, and with what the customer forbade to conclude.')),
  ),
  correctable: z.optional(z.array(correctable).check(z.describe('The items that a customer can put right here.'))),
  events: z
    .record(
      UsePath,
      z.record(
        z.string().check(z.regex(/^[a-z][A-Za-z0-9_]{0,39}$/), z.describe('The name of a value, such as order.')),
        z.enum(valueKinds).check(z.describe('What the value is: number, money, date or text.')),
      ),
    )
    .check(z.describe('For each use, the values that its events carry, such as { order: text, amount: money }.')),
  questions: z.optional(z.array(question)),
  safety: z.optional(z.array(fact)),
  incidents: z.optional(z.array(incident)),
});
export type AuthoredAbout = z.infer<typeof AuthoredAbout>;

/** The key under which languages/ has the words of a fact: its category, or "all". */
export const factKey = ({ category }: AuthoredFact): string => category ?? 'all';
