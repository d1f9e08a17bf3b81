import { useState } from 'react';
import type { Use } from '#contract/notice.ts';
import {
  everythingOff,
  everythingOn,
  switchOf,
  undo,
  type LeftOut as LeftOutUse,
  type Shown,
} from '#rules/category-switch.ts';
import { Button } from '#ui/button.tsx';
import { bulkStatusOf } from '#ui/bulk-status.model.ts';
import { focusOn } from './focus-on.ts';
import { LeftOut } from './left-out.tsx';
import { overviewStrings, turnAllOff, turnAllOn } from './overview.strings.ts';
import type { Page } from './page.ts';
import { afterPresses, type Views } from '#intents/shown.ts';
import { StatusLine } from './status-line.tsx';
import { useLate } from '#ui/use-late.ts';

interface EverythingProps {
  readonly page: Page;
  /** Every optional use of the notice. */
  readonly uses: readonly Use[];
  readonly views: Views;
  readonly shown: Shown;
}

interface Pressed {
  /** What was shown before; null after an undo, which has no way back. */
  readonly before: Shown | null;
  readonly uses: readonly Use[];
  readonly left: readonly LeftOutUse[];
}

/** A question is answered beside its own switch, never here. */
const nothing = (): void => undefined;

/** All optional uses in one press, either way: the same two buttons, what became of it, and the way back. */
export function Everything({ page, uses, views, shown }: EverythingProps) {
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const { voice } = page;
  const { say } = voice;
  const status = pressed && bulkStatusOf(page, pressed.uses, views);
  const late = useLate(status?.tone === 'wait');
  const visible = status && (status.tone !== 'wait' || late) ? status : null;
  const back = pressed?.before && status?.tone === 'kept' ? undo(uses, pressed.before, shown) : null;

  const allOn = everythingOn(uses, shown);
  const latest = (): Shown => afterPresses(shown, page);
  const canBeOn = switchOf(uses, shown).on + allOn.items.length;

  const turn = ({ items, left }: ReturnType<typeof everythingOff>, before: Shown | null): void => {
    const named = new Set(items.map((item) => item.choice));
    setPressed({ before, uses: uses.filter((use) => named.has(use.id)), left });
    if (items.length > 0) page.intend(items);
  };

  return (
    <div id="everything" className="grid gap-3">
      <div className="answers">
        <Button onPress={() => turn(everythingOff(uses, latest()), latest())}>{say(turnAllOff(uses.length))}</Button>
        <Button onPress={() => turn(everythingOn(uses, latest()), latest())}>
          {say(turnAllOn(canBeOn, uses.length))}
        </Button>
      </div>
      {visible && (
        <div className="text-note text-ink-2">
          <StatusLine
            voice={voice}
            status={visible}
            onUndo={back && back.items.length > 0 ? () => turn(back, null) : null}
            turnOn={nothing}
            keepOff={nothing}
            tryNow={page.tryNow}
            signInUrl={page.signInUrl}
            onTaken={() => focusOn('#everything button')}
          />
        </div>
      )}
      {pressed && pressed.uses.length + pressed.left.length === 0 && (
        <p className="text-note text-ink-2">{say(overviewStrings.allOnAlready)}</p>
      )}
      {pressed && <LeftOut voice={voice} uses={uses} shown={shown} left={pressed.left} />}
    </div>
  );
}
