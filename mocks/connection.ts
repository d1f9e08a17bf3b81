/** Whether this browser is connected, as faults and tests set it. */
export interface Connection {
  readonly online: boolean;
  /** Cuts or restores the connection, and lets the page know as a browser does. */
  set(online: boolean): void;
}

export function connection(): Connection {
  let online = true;
  const page = typeof window === 'undefined' ? null : window;
  return {
    get online() {
      return online;
    },
    set(value) {
      if (value === online) return;
      online = value;
      if (page === null) return;
      // While the connection is cut, the browser says so itself; afterwards it is believed again.
      if (online) Reflect.deleteProperty(page.navigator, 'onLine');
      else Object.defineProperty(page.navigator, 'onLine', { configurable: true, get: () => false });
      page.dispatchEvent(new Event(online ? 'online' : 'offline'));
    },
  };
}
