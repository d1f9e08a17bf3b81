import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router';

interface Place {
  /** The cards that are open here, in the order in which they were opened. */
  readonly open: readonly string[];
  /** The card whose opening made this entry of the browser's history. */
  readonly opened: string;
}

/** Opens or closes a category's card; what opens for a use goes there. */
export type Toggle = (category: string, use?: string) => void;

const none: readonly string[] = [];
const never = () => () => {};

/** The cards that are open, that of the address among them: kept in the address and the browser's history, so that back and forward are true. */
export function useOpenCards(category: string | undefined): {
  readonly open: readonly string[];
  readonly toggle: Toggle;
} {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const place = state as Partial<Place> | null;
  // A server that drew the page knew its address alone, and so does the page at first.
  const kept = useSyncExternalStore(
    never,
    () => place?.open ?? none,
    () => none,
  );
  const open = useMemo(
    () => (category === undefined || kept.includes(category) ? kept : [...kept, category]),
    [category, kept],
  );
  const toggle: Toggle = (pressed, use) => {
    if (!open.includes(pressed)) {
      const next: Place = { open: [...open, pressed], opened: pressed };
      const hash = use?.slice(pressed.length + 1) ?? '';
      void navigate({ pathname: `/data/${pressed}`, search, hash }, { state: next });
      return;
    }
    // Closing what was just opened goes back to where it was closed; nothing is added to the history.
    if (place?.opened === pressed) {
      void navigate(-1);
      return;
    }
    const rest = open.filter((one) => one !== pressed);
    const last = rest.at(-1);
    const next: Partial<Place> = { open: rest };
    const pathname = last === undefined ? '/' : `/data/${last}`;
    void navigate({ pathname, search }, { state: next, replace: true });
  };
  // The same function for ever, so that opening one card is nothing to the other rows.
  const latest = useRef(toggle);
  useEffect(() => {
    latest.current = toggle;
  });
  return { open, toggle: useCallback<Toggle>((pressed, use) => latest.current(pressed, use), []) };
}
