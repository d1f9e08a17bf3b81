import type { Fault } from './fault.ts';
import { s1 } from './s1-server-killed.ts';

/** Every fault that is tried, in the order of the table. */
export const faults: readonly Fault[] = [s1];
