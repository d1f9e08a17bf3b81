import type { ExpectationStore } from '#backend/expectation-store.ts';
import type { ServedBrand } from '#backend/published-brand.ts';
import type { Capabilities } from '#contract/capabilities.ts';
import { aboutOf } from './about-of.ts';

/** What a backend may leave out. */
export type Ability =
  | 'records'
  | 'correcting'
  | 'forgetting'
  | 'inferences'
  | 'activity'
  | 'benefits'
  | 'preview'
  | 'profile'
  | 'safety'
  | 'expectations';

/** What there is something to say of, for the customers of a brand. */
export const abilitiesOf = (
  { brand, holder }: ServedBrand,
  expectations: ExpectationStore | null,
): Required<Pick<Capabilities, Ability>> => {
  const about = aboutOf(brand);
  const notice = brand.notices.at(-1)?.byLanguage[brand.face.languages[0] as string]?.notice;
  const uses = notice?.categories.flatMap((category) => category.uses) ?? [];
  return {
    records: about !== null,
    correcting: about !== null && Object.keys(about.correctable).length > 0,
    forgetting: about !== null,
    inferences: about !== null && about.conclusions !== null,
    activity: about !== null && Object.keys(about.events).length > 0,
    benefits: uses.some(({ got }) => got !== null),
    preview: holder.experience !== undefined,
    profile: about !== null && about.questions.length > 0,
    safety: about !== null && about.safety.length > 0,
    expectations: expectations !== null,
  };
};
