/** How long a page may take to show what is waited for before nobody waits any more. */
const patience = 15_000;

/**
 * Calls back with the first match, as soon as it is on the page and its own effects have run. Returns what stops
 * waiting.
 */
export function whenShown(selector: string, shown: (element: HTMLElement) => void): () => void {
  const find = (): HTMLElement | null => document.querySelector<HTMLElement>(selector);
  let frame = 0;
  const look = (): void => {
    const element = find();
    if (element === null) return;
    observer.disconnect();
    // A frame later, so that a page that leads somewhere itself has done so.
    frame = requestAnimationFrame(() => element.isConnected && shown(element));
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  const tired = setTimeout(() => observer.disconnect(), patience);
  look();
  return () => {
    clearTimeout(tired);
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}
