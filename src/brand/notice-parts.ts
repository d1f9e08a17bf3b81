import type { AuthoredCategory, AuthoredItem, AuthoredRecipient, AuthoredUse } from './authored-notice.ts';
import type { Path } from './yaml-file.ts';

/** Says a problem at a place of the file at hand. */
export type Say = (path: Path, message: string) => void;

/** One entry of an authored list: what it says, where it stands, and whether its shape can be relied on. */
export interface Part<T> {
  readonly value: T;
  readonly at: Path;
  readonly sound: boolean;
}

const within = (path: Path, around: Path): boolean => around.every((step, index) => path[index] === step);

/**
 * The entries of a list that have their key, each with its place. Entries whose shape is broken stay in it for the sake
 * of their ids, so that one mistake does not make other lines look wrong; their contents must not be read. What is
 * broken below the keys in `apartFrom` is left to whoever reads those.
 */
export const partsOf = <T extends object>(
  list: unknown,
  at: Path,
  broken: readonly Path[],
  apartFrom: readonly string[] = [],
  key = 'id',
): Part<T>[] => {
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((value, index) => {
    if (typeof value !== 'object' || value === null || typeof (value as Record<string, unknown>)[key] !== 'string')
      return [];
    const place = [...at, index];
    const sound = !broken.some(
      (path) =>
        within(path, place) && !(path.length > place.length + 1 && apartFrom.includes(String(path[place.length]))),
    );
    return [{ value: value as T, at: place, sound }];
  });
};

/** A category with its items and uses cut out. `sound` leaves those aside. */
export interface CategoryPart extends Part<AuthoredCategory> {
  readonly items: readonly Part<AuthoredItem>[];
  readonly uses: readonly Part<AuthoredUse>[];
}

/** notice.yaml cut into its parts. */
export interface NoticeParts {
  readonly recipients: readonly Part<AuthoredRecipient>[];
  readonly categories: readonly CategoryPart[];
}

/** Cuts notice.yaml, whatever was wrong with its shape, into the parts that checks go through. */
export const partsOfNotice = (
  notice: Readonly<Record<string, unknown>> | undefined,
  broken: readonly Path[],
): NoticeParts => ({
  recipients: partsOf<AuthoredRecipient>(notice?.recipients, ['recipients'], broken),
  categories: partsOf<AuthoredCategory>(notice?.categories, ['categories'], broken, ['items', 'uses']).map((part) => ({
    ...part,
    items: partsOf<AuthoredItem>(part.value.items, [...part.at, 'items'], broken),
    uses: partsOf<AuthoredUse>(part.value.uses, [...part.at, 'uses'], broken),
  })),
});

/** The ids of parts, each once. */
export const idsOf = (parts: readonly Part<{ readonly id: string }>[]): string[] => [
  ...new Set(parts.map((part) => part.value.id)),
];

/** A list of ids names each once. */
export const sayRepeated = (list: readonly string[], at: Path, say: Say): void => {
  for (const [index, id] of list.entries())
    if (list.indexOf(id) !== index) say([...at, index], `"${id}" is listed twice. Keep one.`);
};
