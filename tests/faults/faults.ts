import { b1 } from './b1-browser.ts';
import type { Fault } from './fault.ts';
import { f1 } from './f1-malformed.ts';
import { f2Tokens } from './f2-tokens.ts';
import { s1 } from './s1-server-killed.ts';
import { s2 } from './s2-database-lost.ts';
import { s4 } from './s4-disk-full.ts';
import { s5 } from './s5-synced.ts';

/** Every fault that is tried, in the order of the table. */
export const faults: readonly Fault[] = [s1, s2, s4, s5, f1, f2Tokens, b1];
