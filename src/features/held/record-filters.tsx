import { useEffect, useId, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Category } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { recordStrings } from './record.strings.ts';

interface RecordFiltersProps {
  readonly voice: Voice;
  readonly category: Category;
  readonly item: string | undefined;
  readonly search: string;
}

/** Milliseconds after the last letter: the address, and with it the list, follows then. */
const PAUSE = 250;

/** Which records to show: by the words in them, and by what they are. Both stand in the address. */
export function RecordFilters({ voice: { say }, category, item, search }: RecordFiltersProps) {
  const id = useId();
  const [typed, setTyped] = useState(search);
  const [, setParams] = useSearchParams();
  // Back and forward, and "show all", set the words from outside.
  const [known, setKnown] = useState(search);
  if (known !== search) {
    setKnown(search);
    if (typed.trim() !== search.trim()) setTyped(search);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const go = (words: string): void => {
    clearTimeout(timer.current);
    setParams(
      (params) => {
        if (words.trim() === '') params.delete('search');
        else params.set('search', words.trim());
        return params;
      },
      { replace: true },
    );
  };
  const asked = search.trim() === '' ? undefined : { search };
  return (
    <div className="record-filters">
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            go(typed);
          }}
        >
          <label htmlFor={id} className="block text-note text-ink-2">
            {say(recordStrings.search)}
          </label>
          <input
            id={id}
            type="search"
            name="search"
            className="search-field"
            autoComplete="off"
            maxLength={100}
            value={typed}
            onChange={({ target: { value } }) => {
              setTyped(value);
              clearTimeout(timer.current);
              timer.current = setTimeout(() => go(value), PAUSE);
            }}
          />
        </form>
      </search>
      {category.items.length > 1 && (
        <nav aria-label={say(recordStrings.items)}>
          <ul className="record-items">
            {[{ id: undefined, name: say(recordStrings.allItems) }, ...category.items].map((one) => (
              <li key={one.id ?? ''}>
                <PageLink
                  to={`/held/${category.id}`}
                  asked={{ ...asked, ...(one.id !== undefined && { item: one.id }) }}
                  current={one.id === item}
                >
                  {one.name}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
