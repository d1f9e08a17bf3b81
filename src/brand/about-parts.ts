import type {
  AuthoredAbout,
  AuthoredCorrectable,
  AuthoredFact,
  AuthoredIncident,
  AuthoredQuestion,
} from './authored-about.ts';
import { partsOf, type Part } from './notice-parts.ts';
import type { Path } from './yaml-file.ts';

/** about.yaml cut into its parts. */
export interface AboutParts {
  readonly value: Readonly<Partial<AuthoredAbout>>;
  readonly correctable: readonly Part<AuthoredCorrectable>[];
  readonly questions: readonly Part<AuthoredQuestion>[];
  readonly facts: readonly Part<AuthoredFact>[];
  readonly incidents: readonly Part<AuthoredIncident>[];
}

/** Cuts about.yaml, whatever was wrong with its shape, into the parts that checks go through. */
export const partsOfAbout = (about: Readonly<Record<string, unknown>>, broken: readonly Path[]): AboutParts => ({
  value: about,
  correctable: partsOf(about['correctable'], ['correctable'], broken, [], 'item'),
  questions: partsOf(about['questions'], ['questions'], broken),
  facts: partsOf(about['safety'], ['safety'], broken, [], 'asOf'),
  incidents: partsOf(about['incidents'], ['incidents'], broken),
});
