import type { PublishedNotice } from '#contract/notice.ts';
import { termsOf } from '#rules/terms-of.ts';
import type { ChoiceTerms } from '#rules/terms.ts';
import { Excused } from '#tests/conformance/excused.ts';
import { testEdition } from '#tests/conformance/test-brand.ts';

/** Plays the suite's brand with another brand's uses: what the cases call one thing, this brand calls another. */
export interface Cast {
  /** The brand's choice for one of the suite's. Throws `Excused` where the brand has no use of that kind. */
  readonly named: (choice: string) => string;
  readonly plays: (choice: string) => boolean;
  /** What a case sends, in the brand's words. */
  readonly toBrand: <T>(value: T) => T;
  /** What the brand answers, in the suite's words. */
  readonly fromBrand: <T>(value: T) => T;
}

/** What makes two uses the same for the suite. */
const kindOf = ({ initial, signals, grant, lasts }: ChoiceTerms): string =>
  [
    `${initial} before anyone decides`,
    signals.length > 0 ? 'reached by the signal' : 'not reached by the signal',
    grant === 'press' ? 'granted by a press' : 'granted in two steps or by words',
    lasts === null ? 'without an end' : 'with an end',
  ].join(', ');

/** The suite's notice, as the cases know it. */
const VERSION = 1;

type Fields = Record<string, unknown>;

/** The same value with every choice and every number of a notice renamed. */
const renamed = (value: unknown, choice: (name: string) => string, version: (number: number) => number): unknown => {
  if (Array.isArray(value)) return value.map((one) => renamed(one, choice, version));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Fields).map(([field, held]) => {
      if (field === 'choice' && typeof held === 'string') return [field, choice(held)];
      if (field === 'notice' && typeof held === 'number') return [field, version(held)];
      if (field === 'notice' && typeof (held as Fields | null)?.['version'] === 'number') {
        const ref = held as { version: number };
        return [field, { ...ref, version: version(ref.version) }];
      }
      return [field, renamed(held, choice, version)];
    }),
  );
};

/** Gives each of the suite's choices a use of the brand that behaves alike, its own where the brand has that very one. */
export const castOver = async (published: PublishedNotice): Promise<Cast> => {
  const edition = await testEdition('test-brand', VERSION);
  const english = { ...(edition.notices['en-GB'] as Omit<PublishedNotice, 'publishedAt'>), publishedAt: '' };
  const roles = termsOf(english).choices;
  const free = new Map(Object.entries(termsOf(published).choices).map(([id, terms]) => [id, kindOf(terms)]));
  const players = new Map<string, string>();
  const give = (role: string, kind: string, fits: (id: string) => boolean): void => {
    const found = [...free].find(([id, its]) => its === kind && fits(id) && !players.has(role));
    if (!found) return;
    players.set(role, found[0]);
    free.delete(found[0]);
  };
  const wanted = Object.entries(roles).map(([role, terms]) => [role, kindOf(terms)] as const);
  for (const [role, kind] of wanted) give(role, kind, (id) => id === role);
  for (const [role, kind] of wanted) give(role, kind, () => true);

  const roleOf = new Map([...players].map(([role, id]) => [id, role]));
  const own = published.notice.version;
  const named = (choice: string): string => {
    const terms = roles[choice];
    const player = players.get(choice);
    if (terms && player === undefined) throw new Excused(`the notice has no (other) use that is ${kindOf(terms)}`);
    return player ?? choice;
  };
  const swap = (from: number, to: number) => (version: number) => (version === from ? to : version);
  return {
    named,
    plays: (choice) => players.has(choice),
    toBrand: (value) => renamed(value, named, swap(VERSION, own)) as typeof value,
    fromBrand: (value) => renamed(value, (id) => roleOf.get(id) ?? `brand:${id}`, swap(own, VERSION)) as typeof value,
  };
};
