import { use, useState } from 'react';
import type { Use } from '#contract/notice.ts';
import { Button } from '#ui/button.tsx';
import { bulkStatusOf } from '#ui/bulk-status.model.ts';
import { focusOn } from './focus-on.ts';
import { Deed, RoomOnly, Said } from './kept-room.tsx';
import type { Page } from './page.ts';
import { StatusLine } from './status-line.tsx';
import { useLate } from '#ui/use-late.ts';
import { offItems, running, storedHere, visitorStatus, type Here } from './visitor.model.ts';
import { onUnasked, turnAllOffHere, visitorStrings } from './visitor.strings.ts';

interface VisitorHereProps {
  readonly page: Page;
  /** Every optional use of the notice. */
  readonly uses: readonly Use[];
  readonly here: Here;
}

/** The button that was pressed goes away with what it did. */
const toHeading = (): void => focusOn('#without-signing-in');

/** What can be done without signing in, all of it in one press, and how long it holds. */
export function VisitorHere({ page, uses, here }: VisitorHereProps) {
  const { voice } = page;
  const { say } = voice;
  const [pressed, setPressed] = useState<readonly Use[]>([]);
  const on = running(uses, here);
  const stored = storedHere(here);
  const decided = uses.filter(({ id }) => stored[id]?.decided || here.views[id]?.wanted);
  const status = bulkStatusOf(page, pressed, here.views, visitorStatus(here.lasts));
  const late = useLate(status?.tone === 'wait');
  const shown = status && (status.tone !== 'wait' || late) ? status : null;
  const standing = (): string => {
    if (on.length > 0) return say(onUnasked(on.length));
    return say(decided.length > 0 ? visitorStrings.allOff : visitorStrings.noneOn);
  };
  return (
    <section
      id="here"
      className="group grid gap-3"
      aria-labelledby="without-signing-in"
      aria-hidden={use(RoomOnly) || undefined}
    >
      <h2 id="without-signing-in" tabIndex={-1} className="text-group font-strong">
        <Said text={say(visitorStrings.here)} />
      </h2>
      <div className="max-w-text">
        <p>
          <Said text={`${say(visitorStrings.canTurnOff)} ${standing()}`} />
        </p>
        <p className="text-note text-ink-2">
          <Said text={say(here.lasts === 'page' ? visitorStrings.inPage : visitorStrings.backOn)} />
        </p>
      </div>
      {on.length > 0 && (
        <div className="answers">
          <Deed text={say(turnAllOffHere(on.length))}>
            <Button
              onPress={() => {
                toHeading();
                setPressed(on);
                here.turnOff(offItems(on));
              }}
            >
              {say(turnAllOffHere(on.length))}
            </Button>
          </Deed>
        </div>
      )}
      {shown && (
        <div className="text-note text-ink-2">
          <StatusLine
            voice={voice}
            status={shown}
            turnOn={() => undefined}
            keepOff={() => pressed.forEach(({ id }) => page.dismiss(id))}
            tryNow={page.tryNow}
            signInUrl={page.signInUrl}
            onTaken={toHeading}
          />
        </div>
      )}
      {here.keepsForCustomer && <p className="max-w-text text-note">{say(visitorStrings.keptForYou)}</p>}
    </section>
  );
}
