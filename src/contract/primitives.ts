import * as z from 'zod/mini';

/** A moment, ISO 8601 in UTC ("2026-11-22T14:02:00.000Z"). Always the server's clock (I9). */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A calendar day in the brand's time zone ("2026-01-01"). */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** A length of time, ISO 8601 with one unit ("P6Y", "P24M", "P14D"). */
export const Duration = z.string().check(z.regex(/^P[1-9]\d{0,3}[YMWD]$/));
export type Duration = z.infer<typeof Duration>;

/** A brand's id, as it stands in every address. */
export const BrandId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/));
export type BrandId = z.infer<typeof BrandId>;

/** The id of anything a notice names: a category, an item, a recipient. */
export const Id = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,47}$/));
export type Id = z.infer<typeof Id>;

/** The id of a choice. For a use it is "<category>.<use>", such as "purchases.recommendations". */
export const ChoiceId = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,47}\.[a-z][a-z0-9_]{0,47}$/));
export type ChoiceId = z.infer<typeof ChoiceId>;

/** An option of a choice. A two-way choice has "off" and "on" whatever its legal basis. */
export const OptionId = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,31}$/));
export type OptionId = z.infer<typeof OptionId>;

/** A language tag of BCP 47 ("en-GB"). */
export const Language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
export type Language = z.infer<typeof Language>;

/** A SHA-256 digest in lower-case hexadecimal. */
export const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export type Digest = z.infer<typeof Digest>;

/** A number that counts the entries of one customer's log: 0 before the first, then dense. */
export const Seq = z.int().check(z.gte(0));
export type Seq = z.infer<typeof Seq>;

/** Words that are complete as they stand. */
export const Text = z.string().check(z.minLength(1), z.maxLength(2000));
export type Text = z.infer<typeof Text>;

/**
 * Words with values in them. Authored in ICU MessageFormat, compiled when the brand is loaded, so that no parser
 * travels to the browser: a string, or the token list of `@lingui/message-utils`.
 */
export const Message = z.union([z.string(), z.array(z.unknown())]);
export type Message = z.infer<typeof Message>;
