import { useId } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Notice } from '#contract/notice.ts';
import type { ActivityAsked } from '#data/use-activity.ts';
import type { Voice } from '#i18n/voice.ts';
import { keptSearch } from '#navigation/kept-search.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { activityStrings } from './activity.strings.ts';
import { addressOf, withCategory, withUntil, withUse } from './filter.model.ts';

interface FiltersProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly asked: ActivityAsked;
  /** Called before something else is shown because it was chosen from a list. */
  readonly onSelect: () => void;
}

/** Which events to show: by kind of data and by use. All of it stands in the address. */
export function Filters({ voice: { say }, notice, asked, onSelect }: FiltersProps) {
  const id = useId();
  const { search } = useLocation();
  const navigate = useNavigate();
  const show = (next: ActivityAsked): void => {
    onSelect();
    void navigate({ pathname: '/activity', search: keptSearch(search, addressOf(next)) });
  };
  const kinds = notice.categories.filter((one) => asked.category === undefined || one.id === asked.category);
  return (
    <search>
      <div role="group" className="event-filters" aria-label={say(activityStrings.filter)}>
        <div>
          <label htmlFor={`${id}category`}>{say(activityStrings.category)}</label>
          <select
            id={`${id}category`}
            value={asked.category ?? ''}
            onChange={({ target }) => show(withCategory(asked, target.value))}
          >
            <option value="">{say(activityStrings.allCategories)}</option>
            {notice.categories.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}use`}>{say(activityStrings.use)}</label>
          <select id={`${id}use`} value={asked.use ?? ''} onChange={({ target }) => show(withUse(asked, target.value))}>
            <option value="">{say(activityStrings.allUses)}</option>
            {kinds.map((one) => (
              <optgroup key={one.id} label={one.name}>
                {one.uses.map((use) => (
                  <option key={use.id} value={use.id}>
                    {use.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        {asked.until !== undefined && (
          <PageLink to="/activity" asked={addressOf(withUntil(asked, null))}>
            {say(activityStrings.toNewest)}
          </PageLink>
        )}
        {(asked.category ?? asked.use) !== undefined && (
          <PageLink to="/activity">{say(activityStrings.showAll)}</PageLink>
        )}
      </div>
    </search>
  );
}
