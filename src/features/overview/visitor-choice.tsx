import { useId } from 'react';
import type { Category, Use } from '#contract/notice.ts';
import { isOptional } from '#rules/options.ts';
import { Facts } from '#ui/facts.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { choiceOf } from './choice.model.ts';
import { choiceStrings } from './choice.strings.ts';
import { focusOn } from './focus-on.ts';
import { Incentive } from './incentive.tsx';
import type { Page } from './page.ts';
import { StatusLine } from './status-line.tsx';
import { TurnOff } from './turn-off.tsx';
import { useLate } from '#ui/use-late.ts';
import { offItems, storedHere, standingOfUse, visitorStatus, type Here } from './visitor.model.ts';
import { visitorStrings } from './visitor.strings.ts';

interface VisitorChoiceProps {
  readonly page: Page;
  readonly category: Category;
  readonly use: Use;
  /** Null while it is not known what stands in this browser, and where it can keep nothing of its own. */
  readonly here: Here | null;
}

/** One use for somebody who is not signed in: what it is, how it stands here, and the way to turn it off. */
export function VisitorChoice({ page, category, use, here }: VisitorChoiceProps) {
  const id = useId();
  const { voice } = page;
  const { say } = voice;
  const optional = isOptional(use);
  const view = here?.views[use.id];
  const choice = choiceOf(voice, page.notice, category, use, undefined, here ? storedHere(here) : {}, page.now);
  const status = here && view ? visitorStatus(here.lasts)(page, view) : null;
  const late = useLate(status?.tone === 'wait');
  const shown = status?.tone === 'wait' && !late ? null : status;
  const isOn = (view?.inForce ?? 'off') !== 'off';
  // Where nothing is known, nothing is said of why it stands as it does.
  const facts = here ? choice.facts : choice.facts.filter(({ term }) => term !== say(choiceStrings.whyOn));
  const toHeading = (): void => focusOn(`#${CSS.escape(use.id)}`);
  return (
    <li className="choice" aria-busy={late}>
      <h4 id={use.id} tabIndex={-1} className="choice-name">
        {choice.name}
      </h4>
      <p className="choice-why">{choice.why}</p>
      <div className="choice-control">
        {!optional && <p className="flex min-h-11 items-center text-note font-strong">{say(choiceStrings.alwaysOn)}</p>}
        {optional && here && isOn && (
          <TurnOff
            name={use.name}
            describedBy={`${id}-status`}
            voice={voice}
            onPress={() => {
              toHeading();
              here.turnOff(offItems([use]));
            }}
          />
        )}
        {optional && here && (
          <div id={`${id}-status`} className="choice-status">
            <p>
              <RichText text={standingOfUse(voice, use, here)} />
            </p>
            {!isOn && !view?.stored?.decided && view?.wanted === null && <p>{say(visitorStrings.signInForOn)}</p>}
            {shown && shown.tone !== 'heed' && <StatusLine {...deeds(page, toHeading)} status={shown} />}
          </div>
        )}
      </div>
      {shown?.tone === 'heed' && <StatusLine {...deeds(page, toHeading)} status={shown} />}
      <Facts id={`${id}-facts`} facts={facts} />
      {use.incentive && <Incentive voice={voice} notice={page.notice} incentive={use.incentive} />}
    </li>
  );
}

const deeds = ({ voice, dismiss, tryNow, signInUrl }: Page, onTaken: () => void) => ({
  voice,
  turnOn: () => undefined,
  keepOff: () => dismiss(''),
  tryNow,
  signInUrl,
  onTaken,
});
