/** What a page can read of its browser at one moment. None of it leaves the page. */
export interface Readings {
  readonly userAgent: string;
  readonly screen: { readonly width: number; readonly height: number };
  readonly page: { readonly width: number; readonly height: number };
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly fingers: number;
  readonly online: boolean;
  /** How fast the connection seems, as the browser puts it ("4g"); null where it does not say. */
  readonly speed: string | null;
  readonly referrer: string;
}

/** Some browsers say how fast the connection is. */
interface Connection extends EventTarget {
  readonly effectiveType?: string;
}

const connectionOf = ({ navigator }: Window): Connection | undefined =>
  (navigator as { readonly connection?: Connection }).connection;

/** Reads everything once. */
function readAll(view: Window): Readings {
  const { navigator, screen, document } = view;
  return {
    userAgent: navigator.userAgent,
    screen: { width: screen.width, height: screen.height },
    page: { width: view.innerWidth, height: view.innerHeight },
    languages: navigator.languages,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    fingers: navigator.maxTouchPoints,
    online: navigator.onLine,
    speed: connectionOf(view)?.effectiveType ?? null,
    referrer: document.referrer,
  };
}

let last: Readings | null = null;

/** What can be read now; the same object as before where nothing is new. */
export function readNow(): Readings {
  const now = readAll(window);
  if (last === null || JSON.stringify(last) !== JSON.stringify(now)) last = now;
  return last;
}

const happenings = ['resize', 'online', 'offline', 'languagechange'] as const;

/** Calls back whenever something of it may be new. Returns what stops that. */
export function onReadings(changed: () => void): () => void {
  const connection = connectionOf(window);
  for (const one of happenings) window.addEventListener(one, changed);
  connection?.addEventListener('change', changed);
  return () => {
    for (const one of happenings) window.removeEventListener(one, changed);
    connection?.removeEventListener('change', changed);
  };
}
