import * as z from 'zod/mini';
import { Basis, Item, Readable, Recipient, Signal, Source, Use } from '#contract/notice.ts';
import { Country, Id, Period, Url, UsePath } from './authored-fields.ts';
import { purposes } from './purposes.ts';

const whenOff = z
  .strictObject({
    collection: Use.shape.whenOff.shape.collection,
    holding: Use.shape.whenOff.shape.holding,
    until: z.optional(
      Period.check(
        z.describe(
          'How long after turning off it is still kept (kept) or until it is gone (deleted), such as 30 days. Left out: kept as long as the category, or deleted at once.',
        ),
      ),
    ),
  })
  .check(z.describe('What happens to the data when the use is turned off. Only for uses with a switch.'));

const use = z.strictObject({
  id: Id,
  purpose: z
    .enum(purposes)
    .check(z.describe('A purpose of the W3C Data Privacy Vocabulary, such as ProvideProductRecommendations.')),
  basis: Basis,
  recipients: z.optional(
    z.array(Id).check(z.describe('Ids of recipients that get it for this use. Left out: nobody.')),
  ),
  retention: Period.check(
    z.describe('How far back this use looks, such as 24 months. Never longer than the category.'),
  ),
  whenOff: z.optional(whenOff),
  signals: z.optional(
    z.array(Signal).check(z.describe('What a browser’s opt-out signal touches here: sale, share, cross_context_ads.')),
  ),
  grant: z.optional(
    Use.shape.grant.check(
      z.describe('press, words or two_steps. Left out: words for explicit_consent, two_steps for opt_out, else press.'),
    ),
  ),
  lasts: z.optional(
    Period.check(z.describe('How long a yes lasts, such as 24 months. Left out: until it is changed.')),
  ),
  counting: z.optional(Use.shape.got.def.innerType.shape.counting),
  paid: z.optional(
    z
      .literal(true)
      .check(z.describe('The word true, if you pay for the data with what the customer gets: points, lower prices.')),
  ),
  incentive: z.optional(
    z
      .strictObject({
        categories: z.array(Id).check(z.minLength(1), z.describe('Ids of the categories whose data is paid for.')),
        value: z
          .number()
          .check(z.gte(0), z.describe('What the data is worth to you, a year and customer, such as 3.20.')),
      })
      .check(z.describe('For a use with paid: the facts of its incentive notice. Its words stand in languages/.')),
  ),
  automated: z.optional(
    z.literal(true).check(z.describe('The word true, if this use decides about the customer without a person.')),
  ),
});
export type AuthoredUse = z.infer<typeof use>;

const item = z.strictObject({
  id: Id,
  uses: z
    .array(Id)
    .check(z.minLength(1), z.describe('Ids of the uses of this category that need the item; at least one.')),
  required: Item.shape.required,
  reads: z.optional(
    z
      .array(Readable)
      .check(z.minLength(1), z.describe('What of a browser goes into it: browser, screen, ip_address and the like.')),
  ),
});
export type AuthoredItem = z.infer<typeof item>;

const recipient = z.strictObject({
  id: Id,
  role: Recipient.shape.role,
  country: Country,
  copyAt: z.optional(
    Url.check(z.describe('The https:// address where a customer finds the safeguard for data sent abroad.')),
  ),
});
export type AuthoredRecipient = z.infer<typeof recipient>;

const category = z.strictObject({
  id: Id,
  source: Source,
  passive: z.optional(
    z.literal(true).check(z.describe('The word true, if it is noted without the customer doing anything for it.')),
  ),
  sensitive: z.optional(
    z.literal(true).check(z.describe('The word true, for health, beliefs, precise places and the like.')),
  ),
  retention: Period.check(z.describe('How long it is kept, such as 6 years.')),
  items: z
    .array(item)
    .check(z.minLength(1), z.describe('The things in this category, each with the uses that need it.')),
  uses: z.array(use).check(z.minLength(1)),
});
export type AuthoredCategory = z.infer<typeof category>;

/** notice.yaml: the bones of the notice. Ids, codes and lengths of time; every word stands in languages/. */
export const AuthoredNotice = z.strictObject({
  version: z.int().check(z.gte(1), z.describe('A whole number, one higher than the last published version.')),
  effectiveFrom: z.iso.date().check(z.describe('The day from which it holds, such as 2026-11-01.')),
  material: z.optional(
    z.array(UsePath).check(z.describe('Uses whose older yes you suspend by this version, though no rule asks for it.')),
  ),
  rights: z.array(Id).check(z.minLength(1), z.describe('Ids of the rights, in the order they are shown.')),
  recipients: z.array(recipient),
  categories: z.array(category).check(z.minLength(1)),
});
export type AuthoredNotice = z.infer<typeof AuthoredNotice>;
