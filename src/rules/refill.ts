import type { Instant } from '#contract/primitives.ts';

/** When something that was bought only once is used up: after sixty days. */
const USED_UP = 60 * 86_400_000;

/** When a refill was bought last, and how long it usually lasts this customer, in milliseconds. */
export function refillRhythm(bought: readonly number[]): { readonly last: number; readonly lasts: number } {
  const times = bought.toSorted((a, b) => a - b);
  const gaps = times
    .slice(1)
    .map((at, index) => at - (times[index] ?? at))
    .toSorted((a, b) => a - b);
  return { last: times.at(-1) ?? 0, lasts: gaps[Math.floor(gaps.length / 2)] ?? USED_UP };
}

/** Whether a refill is used up by now. */
export function isDue(bought: readonly number[], now: Instant): boolean {
  const { last, lasts } = refillRhythm(bought);
  return Date.parse(now) - last >= lasts;
}
