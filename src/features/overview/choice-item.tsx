import { useId, useState } from 'react';
import type { Category, Use } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import type { ChoiceView } from '#intents/choice-view.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { Facts } from '#ui/facts.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { Switch } from '#ui/switch.tsx';
import { wayStrings } from './card.strings.ts';
import { askingFor, choiceOf, pressOf } from './choice.model.ts';
import { choiceStrings } from './choice.strings.ts';
import { focusOnSwitch } from './focus-on.ts';
import { GrantQuestion } from './grant-question.tsx';
import { Incentive } from './incentive.tsx';
import type { Page } from './page.ts';
import { savedOff, savedOn } from './row.strings.ts';
import { StatusLine } from './status-line.tsx';
import { statusOf } from '#ui/status.model.ts';
import type { Stored } from './stored.model.ts';
import { useLate } from '#ui/use-late.ts';

interface ChoiceItemProps {
  readonly page: Page;
  readonly category: Category;
  readonly use: Use;
  readonly overview: CategoryOverview | undefined;
  readonly stored: Stored;
  /** Undefined for a use that is always on. */
  readonly view: ChoiceView | undefined;
  /** What became of the last press is told above, beside the category's switch. */
  readonly toldAbove: boolean;
  readonly onPress: () => void;
}

/** One use in the card: what it is, whether it is on and why, and its own switch. */
export function ChoiceItem(props: ChoiceItemProps) {
  const { page, category, use, overview, stored, view, toldAbove, onPress } = props;
  const id = useId();
  const [asks, setAsks] = useState(false);
  const { voice } = page;
  const { say } = voice;
  const choice = choiceOf(voice, page.notice, category, use, overview, stored, page.now);
  const status = view ? statusOf(page, view) : null;
  const late = useLate(status?.tone === 'wait');
  const shown = status?.tone === 'wait' && !late ? null : status;
  const state = stored[use.id];
  const on = (view?.value ?? state?.effective ?? 'off') !== 'off';
  const asking = askingFor(use, page.gpc);
  const switchId = `switch-${use.id}`;
  const intend = (next: boolean): void => {
    setAsks(false);
    onPress();
    page.intend([pressOf(use, view?.stored ?? state ?? null, page.notice.version, next, asking)]);
  };
  const press = (next: boolean): boolean => {
    const asked = next && asking !== null;
    if (asked) setAsks(true);
    else intend(next);
    return !asked;
  };
  const since = state?.since ? voice.date(state.since) : null;
  const differs = (late || status?.tone === 'heed') && ((state?.effective ?? 'off') !== 'off') !== on;
  return (
    <li className="choice" aria-busy={late}>
      <h4 id={use.id} tabIndex={-1} className="choice-name">
        {choice.name}
      </h4>
      <p className="choice-why">{choice.why}</p>
      <div className="choice-control">
        {choice.optional ? (
          <Switch
            id={switchId}
            checked={on}
            onChange={press}
            name={{ by: use.id }}
            describedBy={`${id}-facts ${id}-status`}
            words={{ on: say(choiceStrings.on), off: say(choiceStrings.off) }}
          />
        ) : (
          <p className="flex min-h-11 items-center text-note font-strong">{say(choiceStrings.alwaysOn)}</p>
        )}
        <div id={`${id}-status`} className="choice-status">
          {differs && (
            <p>
              <RichText text={say(on ? savedOff(since) : savedOn(since))} />
            </p>
          )}
          {shown && shown.tone !== 'heed' && <StatusLine {...deeds(page, use.id)} status={shown} />}
        </div>
      </div>
      {asks && asking && !on && (
        <GrantQuestion
          voice={voice}
          name={use.name}
          asking={asking}
          onYes={() => {
            focusOnSwitch(switchId);
            intend(true);
          }}
          onNo={() => {
            focusOnSwitch(switchId);
            setAsks(false);
          }}
        />
      )}
      {shown?.tone === 'heed' && !toldAbove && <StatusLine {...deeds(page, use.id)} status={shown} />}
      <Facts id={`${id}-facts`} facts={choice.facts} />
      {page.can.preview && choice.optional && (
        <p className="choice-more text-note">
          <PageLink to={`/both-ways/${use.id}`}>{say(wayStrings.bothWays)}</PageLink>
        </p>
      )}
      {use.incentive && <Incentive voice={voice} notice={page.notice} incentive={use.incentive} />}
    </li>
  );
}

/** The ways forward that a status beside this choice can offer. Each goes away when it is taken. */
const deeds = ({ voice, again, dismiss, tryNow, signInUrl }: Page, choice: string) => ({
  voice,
  turnOn: () => again(choice),
  keepOff: () => dismiss(choice),
  tryNow,
  signInUrl,
  onTaken: () => focusOnSwitch(`switch-${choice}`),
});
