import { c15tBackend } from '#backend/c15t/c15t-backend.ts';
import { BackendError, type Backend } from '#backend/port.ts';
import { publish } from '#backend/published-brand.ts';
import { START, testEdition } from '#tests/conformance/test-brand.ts';
import { startC15t } from './c15t-server.ts';
import { startProxy, type Proxy } from './proxy.ts';

/** What a page asks of the proxy. */
interface Asked {
  readonly url: string;
  readonly method: string;
  readonly body: { readonly givenAt: number };
}

/** Sends what was asked, or the same with another body. */
type Send = (body?: object) => Promise<Response>;

export interface Device {
  readonly backend: Backend;
  /** Its network: what a test puts here stands between the page and the proxy. */
  between: ((send: Send, asked: Asked) => Promise<Response>) | null;
  gpc: boolean;
  cookie: string;
  /** Milliseconds that its clock is ahead. */
  ahead: number;
}

export interface Shop {
  readonly proxy: Proxy;
  readonly c15t: string;
  /** A browser, at first with nobody signed in. */
  readonly device: (customer?: string) => Device;
  readonly stop: () => Promise<void>;
}

/** A shop that keeps choices in c15t behind its own proxy, with the suite's brand. */
export const openShop = async (tokenLasts?: number): Promise<Shop> => {
  const c15t = await startC15t(tokenLasts);
  const proxy = await startProxy(c15t.origin, 'shop.example');
  const brand = publish(null, await testEdition('test-brand', 1), START);
  return {
    proxy,
    c15t: c15t.origin,
    device(customer) {
      const fetchIt = (url: string, init: RequestInit): Promise<Response> => {
        const headers = new Headers(init.headers);
        headers.set('Origin', proxy.origin);
        headers.set('Cookie', device.cookie);
        const text = typeof init.body === 'string' ? init.body : null;
        const send: Send = (body) =>
          fetch(proxy.origin + url, { ...init, headers, body: body ? JSON.stringify(body) : text });
        const asked = { url, method: init.method ?? 'GET', body: JSON.parse(text ?? '{}') as Asked['body'] };
        return device.between ? device.between(send, asked) : send();
      };
      const settings = { baseUrl: '/api/c15t', fetch: fetchIt, timeout: 2000, now: () => Date.now() + device.ahead };
      const backend = c15tBackend({ ...settings, brand: () => brand, gpc: () => device.gpc });
      const cookie = customer === undefined ? '' : proxy.signIn(customer);
      const device: Device = { backend, between: null, gpc: false, cookie, ahead: 0 };
      return device;
    },
    async stop() {
      await proxy.stop();
      await c15t.stop();
    },
  };
};

/** Decides as the app does: while it is only sent, the same again with the same key. */
export const untilConfirmed = async (
  backend: Backend,
  input: Parameters<Backend['decide']>[0],
): ReturnType<Backend['decide']> => {
  for (let tries = 0; tries < 8; tries++) {
    try {
      return await backend.decide(input);
    } catch (error) {
      if (!(error instanceof BackendError) || error.code !== 'sent') throw error;
    }
  }
  throw new Error('It was sent eight times and never confirmed.');
};
