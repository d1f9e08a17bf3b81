import type { Use } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import type { LeftOut as LeftOutUse, Shown } from '#rules/category-switch.ts';
import { leftOut, leftOutBecause } from './row.strings.ts';
import { UseLink } from '#navigation/use-link.tsx';

interface LeftOutProps {
  readonly voice: Voice;
  readonly uses: readonly Use[];
  readonly shown: Shown;
  readonly left: readonly LeftOutUse[];
  /** In a strip of its own. */
  readonly boxed?: boolean;
}

/** What one press did not turn on and is off still: each leads to its own switch, and says what that asks for. */
export function LeftOut({ voice: { say }, uses, shown, left, boxed = false }: LeftOutProps) {
  const off = left.filter((one) =>
    shown.choices.some(({ choice, effective }) => choice === one.choice && effective === 'off'),
  );
  if (off.length === 0) return null;
  return (
    <div className={boxed ? 'strip reveal text-note text-ink-2' : 'text-note text-ink-2'}>
      <p>{say(leftOut(off.length))}</p>
      <ul className="bullets">
        {off.map(({ choice, reason }) => (
          <li key={choice}>
            <UseLink use={choice}>
              {say(leftOutBecause[reason](uses.find((use) => use.id === choice)?.name ?? choice))}
            </UseLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
