/** Chance that is the same every time it is asked in the same order. */
export interface Random {
  /** From 0 up to, but not, 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** Says yes about every `count`th time it is asked: steadier than chance, so that no year goes without. */
  readonly every: (count: number) => () => boolean;
}

/** Chance that follows from a word alone (mulberry32). */
export function randomFrom(word: string): Random {
  let state = 2166136261;
  for (let index = 0; index < word.length; index += 1) state = Math.imul(state ^ word.charCodeAt(index), 16777619);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    every: (count) => {
      let left = between(1, count);
      return () => {
        left -= 1;
        if (left > 0) return false;
        left = between(Math.ceil(count * 0.6), Math.ceil(count * 1.4));
        return true;
      };
    },
  };
}
