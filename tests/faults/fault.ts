import type { EngineName } from './place.ts';

/** One line of the table: what was tried, what was wanted, what was found. */
export interface Figure {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly ok: boolean;
  /** A duration: it says something on a machine with nothing else to do. */
  readonly timed?: true;
}

/** A fault of state.md section 7, tried on one engine. */
export interface Fault {
  readonly id: string;
  readonly name: string;
  readonly engines: readonly EngineName[];
  /** What the figure asks for; `--rounds` overrides it. */
  readonly rounds: number;
  readonly run: (engine: EngineName, rounds: number) => Promise<readonly Figure[]>;
}

export const none = (what: string, found: number, detail = ''): Figure => ({
  what,
  wanted: '0',
  found: `${found}${found > 0 && detail ? ` (${detail})` : ''}`,
  ok: found === 0,
});

export const atLeast = (what: string, wanted: number, found: number): Figure => ({
  what,
  wanted: `≥ ${wanted.toLocaleString('en')}`,
  found: found.toLocaleString('en'),
  ok: found >= wanted,
});

/** In seconds. */
export const within = (what: string, wanted: number, found: number): Figure => ({
  what,
  wanted: `≤ ${wanted} s`,
  found: `${Math.round(found * 100) / 100} s`,
  ok: found <= wanted,
  timed: true,
});

export const every = (what: string, all: number, found: number): Figure => ({
  what,
  wanted: `all of ${all.toLocaleString('en')}`,
  found: found.toLocaleString('en'),
  ok: all > 0 && found === all,
});
