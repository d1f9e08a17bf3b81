import * as z from 'zod/mini';
import { Id as ContractId, Text as ContractText } from '#contract/primitives.ts';

// A description is read twice: an editor shows it while someone writes, and the loader puts it after "write" when the
// value is wrong. So each is a noun phrase that stands after that verb.

/** A length of time as people write it. Turned into an ISO 8601 duration when the brand is loaded. */
export const Period = z
  .string()
  .check(
    z.regex(/^[1-9]\d{0,3} (day|week|month|year)s?$/),
    z.describe('A length of time in words, such as 14 days, 6 months or 2 years.'),
  );

/** The id of a category, item, use, recipient or right. */
export const Id = ContractId.check(
  z.describe('An id: small letters, digits and _, starting with a letter, such as wish_list.'),
);

/** A use named from another place: "<category>.<use>". */
export const UsePath = z
  .string()
  .check(
    z.regex(/^[a-z][a-z0-9_]{0,47}\.[a-z][a-z0-9_]{0,47}$/),
    z.describe('A category and one of its uses with a dot between, such as purchases.picks.'),
  );

/** Words a customer reads. */
export const Text = ContractText.check(z.describe('Words for the customer, 1 to 2,000 characters.'));

/** Words with values in them, in ICU MessageFormat. */
export const MessageText = ContractText.check(
  z.describe(
    'Words for the customer; values stand in braces, such as {count, plural, one {# order} other {# orders}}.',
  ),
);

export const Email = z.email().check(z.describe('An e-mail address, such as privacy@example.com.'));

export const Url = z.url({ protocol: /^https$/ }).check(z.describe('A full address that starts with https://.'));

/** Where another site may frame the center: scheme and host, no path. */
export const Origin = z
  .string()
  .check(
    z.regex(/^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/),
    z.describe('The address of a site without a path, such as https://www.example.com.'),
  );

/** A country by its two letters (ISO 3166-1). That it exists is checked when the brand is loaded. */
export const Country = z
  .string()
  .check(z.regex(/^[A-Z]{2}$/), z.describe('The two capital letters of a country, such as GB or IE.'));

/** A colour in the only form that everybody can copy from a picture. */
export const Colour = z
  .string()
  .check(z.regex(/^#[0-9A-Fa-f]{6}$/), z.describe('A colour in quotes, # and six digits, such as "#0b6b8f".'));
