import { BackendError, type Backend } from '#backend/port.ts';
import { termsOfBrand } from '#backend/published-brand.ts';
import { loaded } from '#backend/record.ts';
import type { SubjectStore } from '#backend/subject-store.ts';
import { choicesOf } from '#rules/effective.ts';
import { previewOf } from '#rules/preview.ts';
import type { DeskOf } from './desk.ts';

/** What a customer would meet with a use and without it. Nothing is stored by asking. */
export const previewCalls = (desk: DeskOf, subjects: SubjectStore): Pick<Backend, 'previewExperience'> => ({
  async previewExperience({ about, language }) {
    const { signedIn, brand, holder, subject, held, notice, now } = await desk.reading('preview', language);
    const { state } = signedIn.current ?? (await loaded({ subjects }, subject));
    const { choices } = choicesOf(state, termsOfBrand(brand), now, signedIn.gpc);
    const inEffect = new Set(choices.filter(({ effective }) => effective !== 'off').map(({ choice }) => choice));
    const preview = holder.experience
      ? await previewOf({
          make: holder.experience,
          holdings: await held(),
          notice,
          about,
          effective: (use) => inEffect.has(use),
          now,
          language: notice.language,
        })
      : null;
    if (preview) return preview;
    throw new BackendError('not_found', 'The notice has no such use or category.');
  },
});
