import { Suspense } from 'react';
import type { Use } from '#contract/notice.ts';
import { addWords } from '#i18n/i18n.ts';
import type { Voice } from '#i18n/voice.ts';
import { latePart } from '#ui/late-part.tsx';

/** What joined the account when the customer signed in. */
export interface Linked {
  readonly voice: Voice;
  readonly brand: string;
  readonly uses: readonly Use[];
  /** Of the entry. */
  readonly seq: number;
}

const notice = latePart<Linked>(
  async () => {
    const [{ LinkedNotice }] = await Promise.all([import('./linked-notice.tsx'), addWords('linked')]);
    return LinkedNotice;
  },
  // The choices themselves say why they are off.
  () => null,
);

/** Most customers never see it: it comes when there is something to say. */
export const LinkedNotice = (linked: Linked) =>
  linked.uses.length > 0 && (
    <Suspense fallback={null}>
      <notice.Part {...linked} />
    </Suspense>
  );
