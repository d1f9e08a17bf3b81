import type { Config } from './config.ts';
import type { RunningServer } from './start.ts';

/**
 * What is said to the person who started the server, line by line: the address, what is wrong in the brands, and last
 * the link that signs the first of the made-up customers in.
 */
export function greeting(
  { origin, brands }: Pick<RunningServer, 'origin' | 'brands'>,
  { dataDir }: Pick<Config, 'dataDir'>,
): readonly string[] {
  const { face } = brands.first();
  const links = origin.startsWith('https:')
    ? []
    : brands.personas(face.id).map((persona) => `As the made-up customer ${persona}: ${origin}/demo/${persona}`);
  return [
    `${face.name} is served at ${origin}/`,
    `Decisions are kept in ${dataDir}.`,
    ...brands.mistakes(),
    ...links.toReversed(),
  ];
}
