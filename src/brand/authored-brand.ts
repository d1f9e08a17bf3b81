import * as z from 'zod/mini';
import { BrandId, Language } from '#contract/primitives.ts';
import { AuthoredSignIn } from './authored-sign-in.ts';
import { Colour, Email, Origin, Text, Url } from './authored-fields.ts';

/** brand.yaml: who the brand is. Nothing here is translated. */
export const AuthoredBrand = z.strictObject({
  id: BrandId.check(z.describe('The id of the brand and name of its folder: small letters, digits and -.')),
  name: Text.check(z.describe('The name customers know the brand by.')),
  controller: z.strictObject({
    legalName: Text.check(z.describe('The legal entity that answers for the data.')),
    address: Text.check(z.describe('Its postal address in one line, with the country.')),
    email: Email,
    phone: z.optional(
      z
        .string()
        .check(z.regex(/^\+[0-9 ]{6,20}$/), z.describe('A telephone number in quotes, such as "+44 113 496 0000".')),
    ),
    dataProtectionOfficer: z.strictObject({ name: Text, email: Email }),
    authority: z.strictObject({
      name: Text.check(z.describe('The authority a customer can complain to.')),
      url: Url,
    }),
  }),
  languages: z
    .array(Language.check(z.describe('A language tag, such as en-GB.')))
    .check(
      z.minLength(1),
      z.describe('The languages the brand speaks, each with its file in languages/. The first is the source.'),
    ),
  zone: z.string().check(z.describe('A time zone such as Europe/London. Days and years are counted in it.')),
  currency: z
    .string()
    .check(z.regex(/^[A-Z]{3}$/), z.describe('The three capital letters of a currency, such as GBP.')),
  jurisdictions: z
    .array(
      z
        .string()
        .check(
          z.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/),
          z.describe('A country or one of its states, such as GB, IE or US-CA.'),
        ),
    )
    .check(z.minLength(1), z.describe('Where the customers live whose law applies.')),
  demo: z.optional(
    z
      .strictObject({
        personas: z
          .array(
            z
              .string()
              .check(
                z.regex(/^[a-z][a-z0-9-]{0,39}$/),
                z.describe('The id of a made-up customer: small letters, digits and -.'),
              ),
          )
          .check(z.minLength(1), z.describe('The made-up customers of demo/. The first is the default.')),
      })
      .check(z.describe('Present only in a brand that is made up. A real brand leaves it out.')),
  ),
  signIn: z.optional(AuthoredSignIn),
  signInUrl: z.optional(Url.check(z.describe('The https:// address where a customer signs in.'))),
  frameAncestors: z.optional(z.array(Origin).check(z.describe('The sites that may frame the center. Left out: none.'))),
});
export type AuthoredBrand = z.infer<typeof AuthoredBrand>;

/** theme.yaml: all that a brand sets of its look. Everything else is computed from it. */
export const AuthoredTheme = z.strictObject({
  accent: Colour.check(z.describe('The colour of actions and of "on", in quotes, such as "#0b6b8f".')),
  tint: Colour.check(
    z.describe('A hint of colour for the surfaces, in quotes, such as "#f7f2ea". Only its hue counts.'),
  ),
  font: z
    .string()
    .check(
      z.regex(/^(system|[A-Za-z][A-Za-z0-9 -]{0,40}(, ?[A-Za-z][A-Za-z0-9 -]{0,40}){0,4})$/),
      z.describe('The word system, or names of fonts with commas between, such as Inter, Arial.'),
    ),
  radius: z
    .int()
    .check(z.gte(0), z.lte(16), z.describe('A whole number from 0 to 16: how round corners are, in pixels.')),
  density: z.enum(['comfortable', 'compact']),
});
export type AuthoredTheme = z.infer<typeof AuthoredTheme>;
