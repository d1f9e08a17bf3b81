/**
 * Puts the keyboard on an element, for when the button that was pressed goes away with its question. Nothing scrolls.
 * Saving itself never moves it.
 */
export const focusOn = (selector: string): void =>
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });

/** The switch with this id. Ids of uses have dots in them. */
export const focusOnSwitch = (id: string): void => focusOn(`#${CSS.escape(id)}`);
