/**
 * Calls back whenever a page may have missed something: it was hidden, the browser was offline, or the page came out of
 * the browser's page cache (R7, R10, R14). Returns what stops it.
 */
export function onReturn(page: Window, missed: () => void): () => void {
  const shown = (): void => {
    if (page.document.visibilityState === 'visible') missed();
  };
  const restored = (event: PageTransitionEvent): void => {
    if (event.persisted) missed();
  };
  page.document.addEventListener('visibilitychange', shown);
  page.addEventListener('online', missed);
  page.addEventListener('pageshow', restored);
  return () => {
    page.document.removeEventListener('visibilitychange', shown);
    page.removeEventListener('online', missed);
    page.removeEventListener('pageshow', restored);
  };
}
