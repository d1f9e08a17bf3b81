import type { About } from '#contract/about.ts';
import type { Question } from '#contract/profile.ts';
import { factKey, type AuthoredAbout, type AuthoredQuestion } from './authored-about.ts';
import type { AuthoredAboutWords, QuestionWords } from './authored-about-words.ts';
import type { AuthoredNotice } from './authored-notice.ts';
import { wordsOf } from './checked-words.ts';
import { compileMessage, heldValues } from './compile-message.ts';
import { durationOf } from './period.ts';

const mapped = <T, R>(of: Readonly<Record<string, T>>, make: (id: string, value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(of).map(([id, value]) => [id, make(id, value)]));

const assembleQuestion = (question: AuthoredQuestion, words: QuestionWords): Question => {
  const [category = '', item = ''] = question.item.split('.');
  return {
    id: question.id,
    kind: question.kind,
    question: words.question,
    why: words.why,
    changes: words.changes,
    category,
    item,
    uses: question.uses,
    // A size is called the same in every language.
    options: (question.options ?? []).map((id) => ({ id, label: words.options ? wordsOf(words.options, id) : id })),
    scale: question.scale && words.scale ? { ...question.scale, ...words.scale } : null,
    lasts: durationOf(question.lasts),
  };
};

/** Puts the bones of about.yaml and the words of one language together. All checks have passed before. */
export const assembleAbout = (about: AuthoredAbout, notice: AuthoredNotice, words: AuthoredAboutWords): About => ({
  backups: durationOf(about.backups),
  visits: about.visits ?? null,
  conclusions: about.conclusions ?? null,
  correctable: Object.fromEntries(
    (about.correctable ?? []).map(({ item, kind, options }) => [item, { kind, options: options ?? null }]),
  ),
  events: mapped(about.events, (use, values) => compileMessage(wordsOf(words.events, use), values).message),
  portrait: Object.fromEntries(
    notice.categories.map(({ id, items }) => {
      const values = heldValues(items.map((item) => item.id));
      return [id, compileMessage(wordsOf(words.portrait, id), values).message];
    }),
  ),
  questions: (about.questions ?? []).map((one) => assembleQuestion(one, wordsOf(words.questions ?? {}, one.id))),
  safety: (about.safety ?? []).map((fact) => ({
    category: fact.category ?? null,
    asOf: fact.asOf,
    ...wordsOf(words.safety ?? {}, factKey(fact)),
  })),
  incidents: (about.incidents ?? []).map((one) => ({ ...one, ...wordsOf(words.incidents ?? {}, one.id) })),
});
