import type { Config } from './config.ts';
import type { RunningServer } from './start.ts';

/**
 * What is said to the person who started the server, line by line: the address, what is wrong in the brands, and last
 * the link that signs the first of the made-up customers in.
 */
export function greeting(
  { origin, brands }: Pick<RunningServer, 'origin' | 'brands'>,
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
): readonly string[] {
  const { face } = brands.first();
  const links = origin.startsWith('https:')
    ? []
    : brands.personas(face.id).map((persona) => `As the made-up customer ${persona}: ${origin}/demo/${persona}`);
  return [
    `${face.name} is served at ${origin}/`,
    // The address of a database is never said: it carries a password.
    `Decisions are kept in ${databaseUrl === null ? dataDir : 'the Postgres that DATABASE_URL names'}.`,
    ...brands.mistakes(),
    ...links.toReversed(),
  ];
}
