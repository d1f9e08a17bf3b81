import { useEffect } from 'react';

declare global {
  /**
   * Set by the small script in the head of a page that the server drew. Ends its keeping, and gives what it kept; with
   * `failed` nothing will come of what was pressed: the switches go back, and the page says so.
   */
  var earlyPresses: ((failed?: true) => readonly HTMLElement[]) | undefined;
}

let begin: (() => void) | null = null;

/**
 * Has something begun when the page is taken over. What would change the page must not begin sooner: React can take
 * over only what looks as the server drew it.
 */
export function atTakeOver(work: () => void): void {
  begin = work;
}

/**
 * What was pressed before the app was there is pressed again, in that order, as soon as a page is. To be called by
 * whatever stands in the page's place, once everything in it can be pressed.
 */
export function useTakeOver(): void {
  useEffect(() => {
    // React takes nothing over in the midst of its own work: the presses come right after it.
    queueMicrotask(() => {
      begin?.();
      begin = null;
      const { earlyPresses } = globalThis;
      globalThis.earlyPresses = undefined;
      if (earlyPresses) pressAgain(earlyPresses());
    });
  }, []);
}

/**
 * A switch that was pressed, or that the browser remembered from an earlier visit, first goes back to what the server
 * drew: React would take it as it finds it, and show another state than it saves.
 */
function pressAgain(pressed: readonly HTMLElement[]): void {
  for (const one of document.querySelectorAll<HTMLInputElement>('input[role="switch"]'))
    one.checked = one.defaultChecked;
  for (const one of pressed) {
    // What had to be drawn anew is found by its name.
    const there = one.isConnected ? one : document.getElementById(one.id);
    // A part that React has not reached yet is taken over at any event of a person, and must be before the press.
    there?.dispatchEvent(new Event('keyup', { bubbles: true }));
    there?.click();
  }
  for (const one of document.querySelectorAll('select'))
    if (!one.selectedOptions[0]?.defaultSelected) one.dispatchEvent(new Event('change', { bubbles: true }));
}
