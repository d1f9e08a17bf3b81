import type { Caller } from '#backend/port.ts';

/** The cookies that carry sessions' secrets: sent by https only, which their names say too, or by plain http. */
export interface CookieSettings {
  readonly secure: boolean;
}

/** A caller's session as it arrives and leaves in cookies; `setCookie` is null while nothing was written. */
export interface CookieSession {
  readonly session: Caller['session'];
  readonly setCookie: () => string | null;
}

const valueOf = (header: string | null, name: string): string | null => {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
};

/** One for each brand: a browser that is known to one brand of a server is nobody to the next. */
const nameFor = (brand: string, secure: boolean): string => `${secure ? '__Host-' : ''}evenhand-${brand}`;

/** Lax, so that a customer who follows a link from the brand's site or an e-mail stays signed in. */
export const cookieSession = (request: Request, brand: string, { secure }: CookieSettings): CookieSession => {
  const name = nameFor(brand, secure);
  let written: string | null = null;
  return {
    session: {
      read: () => valueOf(request.headers.get('cookie'), name),
      write(token, expiresAt) {
        const expires = new Date(token === null ? 0 : (expiresAt ?? 0)).toUTCString();
        const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Expires=${expires}`, ...(secure ? ['Secure'] : [])];
        written = [`${name}=${token ?? ''}`, ...attributes].join('; ');
      },
    },
    setCookie: () => written,
  };
};
