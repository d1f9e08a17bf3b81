import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** A text that a customer reads, and where it stands. */
export interface Said {
  readonly where: string;
  readonly text: string;
}

// Words about a use must be true as they stand, so they neither hedge nor push. "May" with a capital is a month.
export const hedges = /\b(may|might|could|should|possibly|perhaps|generally|typically|usually|certain|various|etc)\b/;
export const empty =
  /\b(partners?|services?|enhanc\w+|experiences?|tailor\w*|relevant|optimi[sz]\w*|legitimate interests?|and more|such purposes)\b/i;
export const pressure =
  /!|\b(please|(?<!fairly )sure|oops|sorry|miss(ing)? out|hurry|act now|last chance|only today|don['’]t lose|unlock|exclusive|sad|love|trusted?)\b/i;
export const doubleNegative =
  /\b(not|never|no|cannot|n['’]t)\b[^.;]*\b(not|cannot|without|un(less|able|til) .*\bnot|nothing|nobody)\b/i;

/** Ages at which a text is understood, by the Flesch–Kincaid formula: a grade of 8 is read at 13. */
export const highestGrade = 8;
export const longestSentence = 20;
/** Below this many words a text is a label, and the formula says something only about many of them together. */
const labelWords = 6;
/** Labels of a place are judged together from this many words on; those of smaller places all in one. */
const enoughWords = 30;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'&-]*/gu) ?? [];
const sentencesIn = (text: string): string[] => text.split(/(?<=[.?!])\s+/).filter((one) => wordsIn(one).length > 0);

/** The grade of a text by the Flesch–Kincaid formula. */
export function gradeOf(text: string): number {
  const words = wordsIn(text);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentencesIn(text).length, word: words.length, syllable: syllables });
}

/** The texts that break a rule, with where they stand. */
export const breaking = (said: readonly Said[], rule: RegExp): string[] =>
  said.filter(({ text }) => rule.test(text)).map(({ where, text }) => `${where}: ${text}`);

const isLabel = ({ text }: Said): boolean => wordsIn(text).length < labelWords;

/** The labels of each place as one text, a sentence each; the place is the first part of an id. */
export function labelsTogether(said: readonly Said[]): Said[] {
  const places = Map.groupBy(said.filter(isLabel), ({ where }) => where.split('.')[0] ?? '');
  const texts = [...places].map(([where, labels]) => ({
    where,
    text: [...new Set(labels.map(({ text }) => text.replace(/[.?]$/, '')))].join('. '),
  }));
  const [large, small] = [texts.filter(isEnough), texts.filter((one) => !isEnough(one))];
  return small.length === 0 ? large : [...large, { where: 'the rest', text: small.map(({ text }) => text).join('. ') }];
}

const isEnough = ({ text }: Said): boolean => wordsIn(text).length >= enoughWords;

/** The texts that are harder to read than they may be, with their grade; labels are judged with those beside them. */
export const hard = (said: readonly Said[]) =>
  [...said.filter((one) => !isLabel(one)), ...labelsTogether(said)]
    .map(({ where, text }) => ({ where, text, grade: Number(gradeOf(text).toFixed(1)) }))
    .filter(({ grade }) => !(grade <= highestGrade));

/** The sentences that are longer than they may be. */
export const long = (said: readonly Said[]): string[] =>
  said.flatMap(({ where, text }) =>
    sentencesIn(text)
      .filter((sentence) => wordsIn(sentence).length > longestSentence)
      .map((sentence) => `${where}: ${sentence}`),
  );
