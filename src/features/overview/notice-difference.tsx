import { Suspense, useState } from 'react';
import { useCapabilities } from '#data/use-capabilities.ts';
import { addWords } from '#i18n/i18n.ts';
import type { Voice } from '#i18n/voice.ts';
import { latePart } from '#ui/late-part.tsx';
import { CardFailure } from './card-failure.tsx';
import { overviewStrings } from './overview.strings.ts';

/** Which two notices are held against each other. */
export interface Difference {
  readonly voice: Voice;
  /** The version that the customer knows. */
  readonly since: number;
  /** The version that holds now. */
  readonly version: number;
}

const changes = latePart<Difference>(
  async () => {
    const [{ NoticeChangesList }] = await Promise.all([import('./notice-changes-list.tsx'), addWords('changes')]);
    return NoticeChangesList;
  },
  ({ voice, retry }) => <CardFailure page={{ voice }} retry={retry} />,
);

/** What a notice says otherwise than an older one, for whoever wants to know. */
export function NoticeDifference(difference: Difference) {
  const { voice, since, version } = difference;
  const [open, setOpen] = useState(false);
  const { noticeChanges } = useCapabilities();
  if (!noticeChanges || since >= version) return null;
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{voice.say(overviewStrings.whatChanged)}</summary>
      {open && (
        <Suspense fallback={null}>
          <changes.Part {...difference} />
        </Suspense>
      )}
    </details>
  );
}
