export interface Sizes {
  readonly runs: number;
  readonly commands: number;
  readonly seeds: number;
  readonly twice: number;
}

/** One test of the suite, run alone and larger than usual. */
export interface Job {
  readonly id: string;
  readonly what: string;
  readonly wanted: string;
  readonly file: string;
  /** A part of the test's name that no other test of the file has. */
  readonly test: string;
  readonly environment: Readonly<Record<string, string>>;
}

const backends = [
  ['the backend in memory', 'memory'],
  ['the mock over HTTP', 'mock-http'],
  ['the server on SQLite', 'sqlite'],
  ['the server on Postgres', 'postgres'],
] as const;

const client = 'tests/simulation/client.test.ts';

/** The slowest first, so that none of them is waited for alone. */
export const jobs = ({ runs, commands, seeds, twice }: Sizes): Job[] => [
  ...backends.toReversed().map(([what, name]) => ({
    id: 'p1',
    what: `${what} never differs from the model`,
    wanted: `${runs} × ${commands}, 0 divergences`,
    file: `tests/conformance/${name}.test.ts`,
    test: 'P1:',
    environment: { P1_RUNS: String(runs), P1_COMMANDS: String(commands) },
  })),
  {
    id: 'p2',
    what: 'the client in bad worlds',
    wanted: `${seeds} seeds, 0 violations`,
    file: client,
    test: 'never says saved',
    environment: { P2_SEEDS: String(seeds) },
  },
  {
    id: 'p4',
    what: 'a world made twice is the same world',
    wanted: `${twice} seeds, 0 different`,
    file: client,
    test: 'is the same world',
    environment: { P4_SEEDS: String(twice) },
  },
];
