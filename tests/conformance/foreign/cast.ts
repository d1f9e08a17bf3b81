import type { Backend } from '#backend/port.ts';
import type { PublishedNotice } from '#contract/notice.ts';
import { termsOf } from '#rules/terms-of.ts';
import type { ChoiceTerms } from '#rules/terms.ts';
import { Excused } from '#tests/conformance/excused.ts';
import { testEdition } from '#tests/conformance/test-brand.ts';

/** Plays the suite's brand with another brand's uses: what the cases call one thing, this brand calls another. */
export interface Cast {
  /** The brand's choice for one of the suite's: of the same kind where there is one. Throws `Excused` where none is left. */
  readonly named: (choice: string) => string;
  /** Throws `Excused` where a choice is played by one of another kind. */
  readonly exactly: (choices: readonly string[]) => void;
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
    { press: 'granted by a press', words: 'granted by words', two_steps: 'granted in two steps' }[grant],
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

const swap = (from: number, to: number) => (version: number) => (version === from ? to : version);

const casts = new WeakMap<Backend, Cast>();

/** Remembers which backend speaks through a cast. */
export const castInto = (backend: Backend, cast: Cast): Backend => {
  casts.set(backend, cast);
  return backend;
};

/** What was read out of a backend's answer, such as a receipt's claims, in the suite's words. */
export const inSuiteWords = <T>(backend: Backend, value: T): T => casts.get(backend)?.fromBrand(value) ?? value;

/** Gives each of the suite's choices a use of the brand that behaves alike, its own where the brand has that very one. */
export const castOver = async (published: PublishedNotice): Promise<Cast> => {
  const edition = await testEdition('test-brand', VERSION);
  const english = { ...(edition.notices['en-GB'] as Omit<PublishedNotice, 'publishedAt'>), publishedAt: '' };
  const roles = termsOf(english).choices;
  const free = new Map(Object.entries(termsOf(published).choices).map(([id, terms]) => [id, kindOf(terms)]));
  const players = new Map<string, string>();
  const exact = new Set<string>();
  const give = (role: string, kind: string, fits: (id: string) => boolean): void => {
    const found = [...free].find(([id, its]) => its === kind && fits(id) && !players.has(role));
    if (!found) return;
    players.set(role, found[0]);
    free.delete(found[0]);
  };
  const wanted = Object.entries(roles).map(([role, terms]) => [role, kindOf(terms)] as const);
  for (const [role, kind] of wanted) give(role, kind, (id) => id === role);
  for (const [role, kind] of wanted) give(role, kind, () => true);
  for (const role of players.keys()) exact.add(role);
  // Most cases need any choice: one that a press can grant will do.
  const plain = [...free].filter(([, kind]) => kind.includes('by a press')).map(([id]) => id);
  for (const [role] of wanted) {
    const other = players.has(role) ? undefined : plain.shift();
    if (other !== undefined) players.set(role, other);
  }

  const roleOf = new Map([...players].map(([role, id]) => [id, role]));
  const own = published.notice.version;
  const excuse = (choice: string): Excused =>
    new Excused(`the notice has no use, or no further one, that is ${kindOf(roles[choice] as ChoiceTerms)}`);
  const named = (choice: string): string => {
    const player = players.get(choice);
    if (choice in roles && player === undefined) throw excuse(choice);
    return player ?? choice;
  };
  return {
    named,
    exactly(choices) {
      const missing = choices.find((choice) => !exact.has(choice));
      if (missing !== undefined) throw excuse(missing);
    },
    toBrand: (value) => renamed(value, named, swap(VERSION, own)) as typeof value,
    fromBrand: (value) => renamed(value, (id) => roleOf.get(id) ?? `brand:${id}`, swap(own, VERSION)) as typeof value,
  };
};
