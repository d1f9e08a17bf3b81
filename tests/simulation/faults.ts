import type { Random } from './random.ts';

/** How likely each misfortune is in one world; 0 = it does not exist there. */
export interface Faults {
  readonly dropRequest: number;
  readonly duplicate: number;
  readonly longDelay: number;
  readonly dropAnswer: number;
  readonly cutBody: number;
  /** 500 or 503 before anything was stored. */
  readonly failBefore: number;
  /** 503 after it was stored. */
  readonly failAfter: number;
  readonly tooMany: number;
}

export const noFaults: Faults = {
  dropRequest: 0,
  duplicate: 0,
  longDelay: 0,
  dropAnswer: 0,
  cutBody: 0,
  failBefore: 0,
  failAfter: 0,
  tooMany: 0,
};

/** Each world has some faults and not others: together they hide each other, and alone they miss what needs two. */
export function drawFaults(random: Random): Faults {
  const some = (): number => (random.chance(0.45) ? random.between(0.02, 0.4) : 0);
  return {
    dropRequest: some(),
    duplicate: some(),
    longDelay: some(),
    dropAnswer: some(),
    cutBody: some(),
    failBefore: some(),
    failAfter: some(),
    tooMany: some(),
  };
}
