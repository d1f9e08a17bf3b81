import { httpBackend } from '#backend/http/http-backend.ts';
import type { Browser } from './target.ts';

/** A browser for the HTTP adapter: keeps cookies and says where it stands, as a real one does by itself. */
export const httpBrowser = (origin: string): Browser => {
  const cookies = new Map<string, string>();
  const send = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Origin', origin);
    headers.set('Sec-Fetch-Site', 'same-origin');
    if (browser.gpc) headers.set('Sec-GPC', '1');
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';');
      const [name = '', value = ''] = pair.split('=');
      const expires = attributes.map((one) => one.trim()).find((one) => one.startsWith('Expires='));
      // Kept whatever the suite's clock says of Expires: whether a session has ended is the backend's to judge.
      if (value && expires) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  };
  const browser: Browser = { gpc: false, at: (brand) => httpBackend({ baseUrl: origin, brand, fetch: send }) };
  return browser;
};
