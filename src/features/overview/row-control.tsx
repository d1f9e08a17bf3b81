import type { Category } from '#contract/notice.ts';
import { RichText } from '#ui/rich-text.tsx';
import { Switch } from '#ui/switch.tsx';
import { focusOnSwitch } from './focus-on.ts';
import type { Page } from './page.ts';
import type { Control } from './row.model.ts';
import { switchesAll, switchesOne } from './row.strings.ts';
import { StatusLine } from './status-line.tsx';
import type { Status } from '#ui/status.model.ts';
import { optionalUses } from './stored.model.ts';

interface RowControlProps {
  readonly page: Page;
  readonly category: Category;
  readonly control: Control;
  /** What became of the last press, where it needs no answer. */
  readonly quiet: Status | null;
  /** What the customer should know or do, while the card is closed. */
  readonly heed: Status | null;
  /** Answers whether the press is taken as it is. */
  readonly onPress: () => boolean;
  readonly onUndo: (() => void) | null;
}

/** What stands between the hands: the switch and its state in words, or the word and the reason where there is none. */
export function RowControl({ page, category, control, quiet, heed, onPress, onUndo }: RowControlProps) {
  const { say } = page.voice;
  const [only, ...others] = optionalUses(category);
  const state = `state-${category.id}`;
  const switchId = `switch-${category.id}`;
  const deeds = {
    voice: page.voice,
    turnOn: () => only && page.again(only.id),
    keepOff: () => only && page.dismiss(only.id),
    tryNow: page.tryNow,
    signInUrl: page.signInUrl,
    onTaken: () => focusOnSwitch(switchId),
  };
  return (
    <>
      <div className="row-control">
        {control.switch && only && (
          <div className="beam">
            <Switch
              id={switchId}
              checked={control.switch.checked}
              onChange={onPress}
              name={say(
                others.length > 0
                  ? switchesAll(category.name, control.switch.of)
                  : switchesOne(category.name, only.name),
              )}
              describedBy={state}
            />
          </div>
        )}
        <div id={state} className="row-state">
          <p>
            <RichText text={control.words} />
          </p>
          {control.reason && <p>{control.reason}</p>}
          {quiet && <StatusLine {...deeds} status={quiet} onUndo={onUndo} />}
        </div>
      </div>
      {heed && <StatusLine {...deeds} status={heed} />}
    </>
  );
}
