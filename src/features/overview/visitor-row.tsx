import { use } from 'react';
import type { Category } from '#contract/notice.ts';
import { Facts } from '#ui/facts.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { getOf } from './benefit.model.ts';
import { bulkStatusOf } from '#ui/bulk-status.model.ts';
import { focusOn } from './focus-on.ts';
import { RoomOnly, Said } from './kept-room.tsx';
import type { Page } from './page.ts';
import { RowName } from './row-name.tsx';
import { rowStrings } from './row.strings.ts';
import { StatusLine } from './status-line.tsx';
import { optionalUses } from './stored.model.ts';
import { TurnOff } from './turn-off.tsx';
import type { Toggle } from './use-open-cards.ts';
import { useLate } from '#ui/use-late.ts';
import { VisitorCard } from './visitor-card.tsx';
import { alwaysNames, offItems, running, standingOf, storedHere, visitorStatus, type Here } from './visitor.model.ts';
import { visitorStrings } from './visitor.strings.ts';

interface VisitorRowProps {
  readonly page: Page;
  readonly category: Category;
  readonly here: Here | null;
  readonly open: boolean;
  readonly onToggle: Toggle;
}

/** One kind of data for somebody who is not signed in: what is collected, how it stands here, what it brings. */
export function VisitorRow({ page, category, here, open, onToggle }: VisitorRowProps) {
  const { voice } = page;
  const { say } = voice;
  const cardId = `card-${category.id}`;
  const headingId = `heading-${category.id}`;
  const stateId = `state-${category.id}`;
  const optional = optionalUses(category);
  const on = here ? running(optional, here) : [];
  const status = here && bulkStatusOf(page, optional, here.views, visitorStatus(here.lasts));
  const late = useLate(status?.tone === 'wait');
  const shown = status && (status.tone !== 'wait' || late) && !(open && optional.length === 1) ? status : null;
  const toHeading = (): void => focusOn(`#${CSS.escape(headingId)}`);
  const deeds = {
    voice,
    turnOn: () => undefined,
    keepOff: () => optional.forEach(({ id }) => page.dismiss(id)),
    tryNow: page.tryNow,
    signInUrl: page.signInUrl,
    onTaken: toHeading,
  };
  const [any = category.uses[0]] = optional;
  const roomOnly = use(RoomOnly);
  // What the notice alone settles is the same for everybody.
  const Words = optional.length === 0 ? RichText : Said;
  const get = here ? getOf(voice, category, [], storedHere(here)) : { main: any?.benefit, note: null };
  return (
    <article
      className="row"
      aria-labelledby={headingId}
      aria-busy={late}
      data-on={roomOnly || optional.length === 0 || on.length > 0}
    >
      <div className="row-head">
        <div className="row-hold">
          <RowName category={category} label={say(visitorStrings.collect)} open={open} onToggle={onToggle} />
          <div className="row-held">
            <p>{category.what}</p>
          </div>
        </div>
        {(here || optional.length === 0) && (
          <div className="row-control">
            {here && on.length > 0 && (
              <div className="beam">
                <TurnOff
                  voice={voice}
                  name={category.name}
                  describedBy={stateId}
                  onPress={() => {
                    toHeading();
                    here.turnOff(offItems(on));
                  }}
                />
              </div>
            )}
            <div id={stateId} className="row-state">
              <p>
                <Words text={here ? standingOf(voice, category, here) : say(rowStrings.alwaysOn)} />
              </p>
              {optional.length === 0 && <p>{alwaysNames(voice, category)}</p>}
              {shown && shown.tone !== 'heed' && <StatusLine {...deeds} status={shown} />}
            </div>
          </div>
        )}
        {shown?.tone === 'heed' && <StatusLine {...deeds} status={shown} />}
        <div className="row-get">
          <p className="row-label">{say(rowStrings.get)}</p>
          <p>{get.main && <Words text={get.main} />}</p>
          {get.note && (
            <p className="text-note text-ink-2">
              <Words text={get.note} />
            </p>
          )}
        </div>
      </div>
      {roomOnly && (
        <div className="card instead">
          <Facts facts={category.uses.map(({ name, why }) => ({ term: name, text: why }))} />
        </div>
      )}
      {open && (
        <section id={cardId} className="card reveal" aria-labelledby={headingId}>
          <VisitorCard page={page} category={category} here={here} />
        </section>
      )}
    </article>
  );
}
