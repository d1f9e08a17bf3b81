import type { Duration } from '#contract/primitives.ts';
import { compareDurations } from '#rules/duration.ts';

const units: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' };

/** "24 months" as the contract writes it: "P24M". */
export const durationOf = (period: string): Duration => {
  const [count = '', unit = ''] = period.split(' ');
  return `P${count}${units[unit.replace(/s$/, '')] ?? ''}`;
};

/** Is one length of time surely longer than another? 1 month and 30 days are neither. */
export const isLonger = (one: string, other: string): boolean =>
  (compareDurations(durationOf(one), durationOf(other)) ?? 0) > 0;
