import type { Use } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import type { LeftOut as LeftOutUse } from '#rules/category-switch.ts';
import { leftOut, leftOutBecause } from './row.strings.ts';

interface LeftOutProps {
  readonly voice: Voice;
  readonly uses: readonly Use[];
  readonly left: readonly LeftOutUse[];
}

/** What one press did not turn on, each with its reason. */
export function LeftOut({ voice: { say }, uses, left }: LeftOutProps) {
  if (left.length === 0) return null;
  return (
    <div className="text-note text-ink-2">
      <p>{say(leftOut(left.length))}</p>
      <ul className="bullets">
        {left.map(({ choice, reason }) => (
          <li key={choice}>{say(leftOutBecause[reason](uses.find((use) => use.id === choice)?.name ?? choice))}</li>
        ))}
      </ul>
    </div>
  );
}
