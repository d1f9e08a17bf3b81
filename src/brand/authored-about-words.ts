import * as z from 'zod/mini';
import { Id, MessageText, Text, UsePath } from './authored-fields.ts';

const questionWords = z.strictObject({
  question: Text,
  why: Text.check(z.describe('What the answer is used for.')),
  changes: Text.check(z.describe('What the answer changes for the customer.')),
  options: z.optional(
    z.record(z.string(), Text).check(z.describe('For single and multiple: the words of each option, by its id.')),
  ),
  scale: z.optional(
    z
      .strictObject({ low: Text, high: Text })
      .check(z.describe('For scale: what its lowest and its highest place mean.')),
  ),
});
export type QuestionWords = z.infer<typeof questionWords>;

/** The words of about.yaml in one language, under its ids. */
export const AuthoredAboutWords = z.strictObject({
  events: z
    .record(
      UsePath,
      MessageText.check(z.describe('What was done, in a sentence. Values: those of the use in about.yaml.')),
    )
    .check(z.describe('What an event of each use says, by its use.')),
  portrait: z
    .record(
      Id,
      MessageText.check(z.describe('One sentence of the combined picture. Values: those of the held message.')),
    )
    .check(z.describe('What each category says of the customer, by its id.')),
  questions: z.optional(z.record(Id, questionWords).check(z.describe('The words of each question, by its id.'))),
  safety: z.optional(
    z
      .record(
        Id,
        z.strictObject({
          where: Text.check(z.describe('Where the data is kept.')),
          readers: Text.check(z.describe('Who can read it.')),
          measures: z.array(Text).check(z.minLength(1), z.describe('What keeps it safe, one fact a line.')),
        }),
      )
      .check(z.describe('How the data is kept, by category; "all" for a fact without one.')),
  ),
  incidents: z.optional(
    z
      .record(
        Id,
        z.strictObject({
          what: Text.check(z.describe('What went wrong.')),
          done: Text.check(z.describe('What was done about it.')),
        }),
      )
      .check(z.describe('The words of each incident, by its id.')),
  ),
});
export type AuthoredAboutWords = z.infer<typeof AuthoredAboutWords>;
