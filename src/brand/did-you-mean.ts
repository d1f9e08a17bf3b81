/** How many letters must change, come, go or swap with their neighbour to make one word of the other. */
const distance = (one: string, other: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[line - 1] === other[column - 1];
      const swapped = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      next.push(
        Math.min(
          (row[column - 1] ?? 0) + (same ? 0 : 1),
          (row[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
};

const flat = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const isPartOf = (word: string, whole: string): boolean => word.length > 3 && flat(whole).includes(flat(word));

/** The known word that was probably meant, or null where none is near. */
export const nearest = (word: string, known: readonly string[]): string | null => {
  const ranked = known
    .map((one) => ({ one, far: isPartOf(word, one) ? 1 : distance(flat(word), flat(one)) }))
    .toSorted((left, right) => left.far - right.far);
  const [best] = ranked;
  return best && best.far <= Math.max(1, Math.floor(word.length / 4)) ? best.one : null;
};

/** The end of a sentence about an unknown word: the nearest known one, else all of them, else what to write. */
export const didYouMean = (word: string, known: readonly string[], wanted = 'an id that is there'): string => {
  const best = nearest(word, known);
  if (best !== null) return `Did you mean "${best}"?`;
  return known.length === 0 || known.length > 14 ? `Write ${wanted}.` : `Known: ${[...new Set(known)].join(', ')}.`;
};
