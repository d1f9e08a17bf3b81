import * as z from 'zod/mini';
import { Basis, Source } from '#contract/notice.ts';
import { AuthoredAboutWords } from './authored-about-words.ts';
import { Id, MessageText, Text } from './authored-fields.ts';

const titled = z.strictObject({ title: Text, text: Text });

const useWords = z.strictObject({
  name: Text.check(z.describe('What "on" means, verb first, such as Pick things for you. It never changes.')),
  why: Text,
  interest: z.optional(
    Text.check(z.describe('For legitimate_interest: one sentence that names the interest and whose it is.')),
  ),
  law: z.optional(Text.check(z.describe('For legal_obligation and public_task: one sentence that names the law.'))),
  benefit: Text.check(z.describe('What the customer gets, as a fact.')),
  whenOff: Text.check(
    z.describe('What changes when it is off, and what does not. Without a switch: what would not work without it.'),
  ),
  statement: z.optional(Text.check(z.describe('For grant words: the sentence the customer confirms.'))),
  got: z.optional(
    z
      .strictObject({
        message: MessageText.check(z.describe('What was received. Values: {amount}, {currency}, {since}.')),
        none: Text.check(z.describe('What stands there while nothing was received yet.')),
        how: Text.check(z.describe('How it was counted.')),
      })
      .check(z.describe('For a use with counting: what was really received, in words.')),
  ),
  incentive: z.optional(
    z
      .strictObject({
        summary: Text.check(z.describe('What is given for what, in short.')),
        terms: Text.check(z.describe('What the customer agrees to.')),
        method: Text.check(z.describe('How you estimated what the data is worth.')),
        relation: Text.check(z.describe('How what the customer gets relates to that worth.')),
        join: Text.check(z.describe('How to say yes.')),
        leave: Text.check(z.describe('How to stop, on any day.')),
        kept: Text.check(z.describe('What the customer keeps after leaving.')),
      })
      .check(z.describe('For a use with incentive: the words of its incentive notice.')),
  ),
  automated: z.optional(
    z
      .strictObject({ logic: Text, effects: Text })
      .check(z.describe('For a use with automated: how it decides and what follows.')),
  ),
});
export type UseWords = z.infer<typeof useWords>;

const categoryWords = z.strictObject({
  name: Text,
  what: Text.check(z.describe('What it holds, in one sentence.')),
  retention: Text.check(z.describe('How long it is kept and what decides that, in a sentence.')),
  storedIn: Text.check(z.describe('Where it is kept, in words.')),
  held: MessageText.check(
    z.describe('What is held. Values: {count}, {oldest, date}, {newest, date}, {latest}, {<item>}, {<item>_count}.'),
  ),
  heldNone: Text.check(z.describe('What stands there while nothing is held, and when that changes.')),
  items: z.record(Id, Text).check(z.describe('The name of each item, by its id.')),
  uses: z.record(Id, useWords).check(z.describe('The words of each use, by its id.')),
});
export type CategoryWords = z.infer<typeof categoryWords>;

/** languages/<tag>.yaml: every word of the notice in one language, under the ids of notice.yaml. */
export const AuthoredWords = z.strictObject({
  intro: Text.check(z.describe('One sentence under the heading of the page.')),
  sources: z.strictObject(
    Object.fromEntries(Source.options.map((source) => [source, titled])) as Record<Source, typeof titled>,
  ),
  bases: z
    .partialRecord(Basis, Text)
    .check(z.describe('For each legal basis in use, one plain sentence that every use with that basis says.')),
  rights: z.record(Id, titled).check(z.describe('The rights and how to use them, by their ids.')),
  recipients: z
    .record(
      Id,
      z.strictObject({
        name: Text,
        does: Text.check(z.describe('What they do, verb first, such as delivers parcels.')),
        safeguard: z.optional(
          Text.check(z.describe('For a recipient with copyAt: how the data is protected where they keep it.')),
        ),
      }),
    )
    .check(z.describe('Who else gets data, by their ids.')),
  categories: z.record(Id, categoryWords).check(z.describe('The words of each category, by its id.')),
  about: z.optional(AuthoredAboutWords.check(z.describe('The words of about.yaml. Only for a brand that has one.'))),
});
export type AuthoredWords = z.infer<typeof AuthoredWords>;
